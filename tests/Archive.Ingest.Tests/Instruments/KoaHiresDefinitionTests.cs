using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Tests.Instruments;

public partial class KoaHiresDefinitionTests
{
    private static readonly InstrumentDefinition Definition = InstrumentFile.Load("koa_hires");

    // VOUnits 1.1 and its permitted prefixes; what the definition may use of it.
    private static readonly HashSet<string> KnownUnits =
        ["deg", "arcsec", "mm", "um", "s", "d", "yr", "Angstrom", "Hz", "V", "hPa", "%", "adu", "count", "pixel", "arcsec/pixel", "mm**-1", "Mbyte"];

    [Fact]
    public void The_table_has_every_column_of_the_keyword_table_and_the_six_that_the_archive_adds()
    {
        Assert.Equal(384, Definition.Columns.Length);
        Assert.Equal(384, Definition.Columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(("koa_hires", "koaid", "date_obs"), (Definition.Table.Name, Definition.Table.KeyColumn, Definition.Table.UtDateColumn));
        Assert.Equal(new PositionColumns("ra", "dec"), Definition.Table.Position);
    }

    [Fact]
    public void The_columns_stand_in_the_order_that_the_published_tutorial_prints()
    {
        var names = Definition.Columns.Select(column => column.Name).ToArray();
        Assert.Equal(["el", "elaptime", "equinox", "eramode"], names[..4]);
        Assert.Equal(["z", "spt_ind", "ofname"], names[^3..]);
    }

    [Theory]
    [InlineData("el", Datatype.Double, null)]
    [InlineData("elaptime", Datatype.Int, null)]
    [InlineData("equinox", Datatype.Double, null)]
    [InlineData("eramode", Datatype.Char, null)]
    [InlineData("z", Datatype.Double, null)]
    [InlineData("spt_ind", Datatype.Int, null)]
    [InlineData("ofname", Datatype.Char, null)]
    [InlineData("koaid", Datatype.Char, null)]
    [InlineData("sig2nois", Datatype.Double, null)]
    [InlineData("frameno", Datatype.Int, null)]
    [InlineData("date_obs", Datatype.Char, "timestamp")]
    [InlineData("utdatetime", Datatype.Char, "timestamp")]
    public void A_column_has_the_type_that_clients_of_the_original_see(string name, Datatype datatype, string? xtype)
    {
        var type = Definition.Table.FindColumn(name)!.Type;
        Assert.Equal((datatype, xtype), (type.Datatype, type.Xtype));
    }

    [Fact]
    public void Ordinals_count_the_columns_of_the_catalogue_table_too()
    {
        for (var ordinal = 0; ordinal < Definition.Columns.Length; ordinal++)
        {
            var column = Definition.Columns[ordinal];
            Assert.Equal(ordinal, column.Ordinal);
            Assert.Equal(ordinal, Definition.OrdinalOf(column.Name.ToUpperInvariant()));
            Assert.Equal(column.Name, Definition.Table.Columns[ordinal].Name);
        }
    }

    [Fact]
    public void Names_are_regular_identifiers_and_descriptions_are_sentences_said_once()
    {
        Assert.All(Definition.Columns, column => Assert.Matches(RegularIdentifier(), column.Name));
        Assert.All(Definition.Columns, column => Assert.Matches(Sentence(), column.Description));
        Assert.Empty(Definition.Columns.GroupBy(column => column.Description).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Units_are_VOUnits() =>
        Assert.Empty(Definition.Columns.Where(column => column.Unit is { } unit && !KnownUnits.Contains(unit)).Select(column => column.Name));

    /// <summary>The case table is an extract of the IVOA's UCD1+ word list: P may only come first, S only later, the others anywhere.</summary>
    [Fact]
    public void Ucds_are_words_of_the_controlled_vocabulary_each_in_a_place_it_may_take()
    {
        var places = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "ucd-words.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1]);
        foreach (var column in Definition.Columns)
        {
            var words = column.Ucd!.Split(';');
            Assert.All(words, word => Assert.True(places.ContainsKey(word), $"{column.Name}: {word}"));
            Assert.True(places[words[0]] != "S", $"{column.Name}: {words[0]} can't be the first word");
            Assert.All(words.Skip(1), word => Assert.True(places[word] != "P", $"{column.Name}: {word} can only be the first word"));
        }
    }

    [Fact]
    public void No_keyword_feeds_two_columns()
    {
        var keywords = Definition.Columns.SelectMany(column => column.Keywords).ToArray();
        Assert.Equal(keywords.Length, keywords.Distinct().Count());
        Assert.All(keywords, keyword => Assert.Matches(Keyword(), keyword));
    }

    [Fact]
    public void Plausible_values_fit_their_columns()
    {
        Assert.All(Definition.Columns, column => Assert.True(column.KnownValues.IsEmpty || column.Kind == ColumnKind.Text, column.Name));
        Assert.All(Definition.Columns, column => Assert.All(column.KnownValues, value => Assert.True(value.Length <= column.Width, column.Name)));
        Assert.All(Definition.Columns, column => Assert.False(column.Minimum > column.Maximum, column.Name));
        Assert.Contains("B, G, R", Definition.Columns[Definition.OrdinalOf("mosmode")].KnownValues);
    }

    [SkippableFact]
    public void The_facts_are_those_of_the_published_keyword_table_and_the_descriptions_are_our_own()
    {
        var lines = File.ReadAllLines(SharedData.Require("corpora/koa/KOA_HIRES_Keyword_Table.txt")).Select(line => line.Split('\t')).ToArray();
        var place = lines[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        foreach (var fact in lines[1..])
        {
            var column = Definition.Columns[Definition.OrdinalOf(fact[place["DBKeyword"]])];
            var keyword = fact[place["FITSKeyword"]];
            Assert.True(keyword.Length == 0 || column.Keywords.Contains(keyword), column.Name);
            Assert.Equal(fact[place["TAP_principal"]] == "Y", column.IsPrincipal);
            Assert.Equal(fact[place["NullsAllowed"]] == "N", column.IsRequired);
            Assert.Equal(fact[place["MetadataDatatype"]] switch { "integer" => ColumnKind.Integer, "double" => ColumnKind.Real, _ => ColumnKind.Text },
                column.Kind is ColumnKind.Date or ColumnKind.Timestamp ? ColumnKind.Text : column.Kind);
            if (column.Kind == ColumnKind.Text) Assert.Equal(fact[place["MetadataWidth"]], column.Width.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.NotEqual(Words(fact[place["Description"]]), Words(column.Description));
        }
    }

    private static string Words(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex RegularIdentifier();

    [GeneratedRegex("^[A-Z][^\t]{10,}[.]$")]
    private static partial Regex Sentence();

    [GeneratedRegex("^[A-Z0-9_-]+$")]
    private static partial Regex Keyword();
}
