using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Units;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Instruments;

/// <summary>What holds of the definitions of all instruments, and that their facts are those of the published keyword tables.</summary>
public partial class KeckDefinitionTests
{
    /// <summary>Columns of every table, by which the same query finds observations in any of them.</summary>
    private static readonly string[] Everywhere = ["koaid", "date_obs", "ut", "utdatetime", "koaimtyp", "semester", "progid", "semid", "filehand", "targname", "elaptime", "ra", "dec", "x", "y", "z", "spt_ind"];

    public static TheoryData<string> Tables => [.. InstrumentRegistry.All.Select(known => known.Definition.Table.Name)];

    [Fact]
    public void All_fourteen_instruments_are_there() =>
        Assert.Equal(
            ["DEIMOS", "ESI", "GUIDER", "HIRES", "KCWI", "KPF", "LRIS", "LWS", "MOSFIRE", "NIRC", "NIRC2", "NIRES", "NIRSPEC", "OSIRIS"],
            InstrumentRegistry.All.Select(known => known.Definition.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Names_are_unique_and_descriptions_are_sentences_said_once(string table)
    {
        var columns = InstrumentFile.Load(table).Columns;
        Assert.Equal(columns.Length, columns.Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(columns, column => Assert.Matches(Sentence(), column.Description));
        Assert.Empty(columns.GroupBy(column => column.Description).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_what_all_have_and_its_rows_are_observations(string table)
    {
        var definition = InstrumentFile.Load(table);
        Assert.All(Everywhere, name => Assert.NotNull(definition.FindOrdinal(name)));
        Assert.Equal((table, "koaid", "date_obs"), (definition.Table.Name, definition.Table.KeyColumn, definition.Table.UtDateColumn));
        Assert.NotNull(definition.Table.Observations?.ValueOf(ObsCore.Start));
        Assert.Equal(definition.Name == "HIRES", definition.Table.Observations!.ValueOf("instrument_name")!.Sources.Contains(new ConstantSource("HIRES")));
        Assert.Equal([new ConstantSource("KOA")], definition.Table.Observations.ValueOf("obs_collection")!.Sources.AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Units_are_VOUnits_and_only_numbers_have_them(string table)
    {
        foreach (var column in InstrumentFile.Load(table).Columns.Where(column => column.Unit is not null))
        {
            UnitParser.Parse(column.Unit!);
            Assert.True(column.Kind is ColumnKind.Integer or ColumnKind.Long or ColumnKind.Real, column.Name);
        }
    }

    /// <summary>The case table is an extract of the IVOA's UCD1+ word list: P may only come first, S only later, the others anywhere.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void Ucds_are_words_of_the_controlled_vocabulary_each_in_a_place_it_may_take(string table)
    {
        var places = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "ucd-words.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1]);
        foreach (var column in InstrumentFile.Load(table).Columns)
        {
            var words = column.Ucd!.Split(';');
            Assert.All(words, word => Assert.True(places.ContainsKey(word), $"{column.Name}: {word}"));
            Assert.True(places[words[0]] != "S", $"{column.Name}: {words[0]} can't be the first word");
            Assert.All(words.Skip(1), word => Assert.True(places[word] != "P", $"{column.Name}: {word} can only be the first word"));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Plausible_values_fit_their_columns(string table)
    {
        var columns = InstrumentFile.Load(table).Columns;
        Assert.All(columns, column => Assert.True(column.KnownValues.IsEmpty || column.Kind == ColumnKind.Text, column.Name));
        Assert.All(columns, column => Assert.All(column.KnownValues, value => Assert.True(value.Length <= column.Width, column.Name)));
        Assert.All(columns, column => Assert.False(column.Minimum > column.Maximum, column.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(Tables))]
    public void The_facts_are_those_of_the_published_keyword_table_and_the_descriptions_are_our_own(string table)
    {
        var definition = InstrumentFile.Load(table);
        var lines = File.ReadAllLines(SharedData.Require($"corpora/koa/KOA_{definition.Name}_Keyword_Table.txt")).Select(line => line.Split('\t')).ToArray();
        var place = lines[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        Assert.Equal(lines.Length - 1, definition.Columns.Length - 6);
        foreach (var fact in lines[1..])
        {
            var column = definition.Columns[definition.OrdinalOf(fact[place["DBKeyword"]].Trim())];
            var keyword = fact[place["FITSKeyword"]].Trim();
            Assert.True(keyword.Length == 0 || column.Keywords.Contains(keyword), column.Name);
            Assert.Equal(fact[place["TAP_principal"]] == "Y", column.IsPrincipal);
            Assert.Equal(fact[place["NullsAllowed"]] == "N", column.IsRequired);
            Assert.Equal(
                fact[place["DBDatatype"]] switch { "DATE" => ColumnKind.Date, ['T', 'I', ..] => ColumnKind.Timestamp, _ => fact[place["MetadataDatatype"]] switch { "integer" => ColumnKind.Integer, "double" => ColumnKind.Real, _ => ColumnKind.Text } },
                column.Kind);
            if (column.Kind == ColumnKind.Text) Assert.Equal(fact[place["MetadataWidth"]], column.Width.ToString(CultureInfo.InvariantCulture));
            if (definition.Name != "HIRES" && column.Kind is ColumnKind.Integer or ColumnKind.Real) Assert.Equal((Number(fact[place["MinValue"]]), Number(fact[place["MaxValue"]])), (column.Minimum, column.Maximum));
            Assert.NotEqual(Words(fact[place["Description"]]), Words(column.Description));
        }
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Words(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("^[A-Z][^\t]{10,}[.]$")]
    private static partial Regex Sentence();
}
