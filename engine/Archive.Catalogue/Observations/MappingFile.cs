using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Observations;

/// <summary>
/// A file that says which columns of a table fill which of ObsCore's: lines of <c># property: value</c> and of comments, one that names the fields, then one line per column of ObsCore.
/// <c>sources</c>, separated by commas, are names of columns, <c>ucd:</c> and a UCD, <c>mjd:</c> and the name of a column of such numbers, a text in quotes, or a role: <c>@key</c>, <c>@ra</c>, <c>@dec</c>, <c>@utdate</c>, and <c>@table</c> for the
/// table's name; what a table lacks is passed over. <c>choices</c>, <c>value=choice</c> between bars, are all that a column's value can become. <c>with</c> names a column of ObsCore without
/// whose value there is none here. The property <c>needs</c> lists the columns that a table must have for the file to be its.
/// </summary>
internal sealed class MappingFile
{
    private const string NeedsProperty = "# needs:", LastFile = "other.tsv";

    private static readonly string[] FieldNames = ["column", "sources", "choices", "with"];

    private readonly ImmutableArray<string> needs;
    private readonly ImmutableArray<MappingLine> lines;

    private MappingFile(ImmutableArray<string> needs, ImmutableArray<MappingLine> lines)
    {
        this.needs = needs;
        this.lines = lines;
    }

    /// <summary>The files that this assembly holds, that of all other tables last.</summary>
    public static ImmutableArray<MappingFile> All { get; } = ReadAll();

    /// <exception cref="InvalidDataException">The text breaks the form above.</exception>
    public static MappingFile Read(TextReader reader)
    {
        var needs = ImmutableArray<string>.Empty;
        var lines = ImmutableArray.CreateBuilder<MappingLine>();
        var hasFieldNames = false;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith(NeedsProperty, StringComparison.Ordinal)) needs = [.. line[NeedsProperty.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            if (fields.Length != FieldNames.Length || (!hasFieldNames && !fields.AsSpan().SequenceEqual(FieldNames)))
                throw new InvalidDataException(FormattableString.Invariant($"Line {number} of a mapping to ObsCore must have the fields {string.Join(", ", FieldNames)}."));
            if (hasFieldNames) lines.Add(MappingLine.Read(fields, number));
            hasFieldNames = true;
        }

        return new MappingFile(needs, lines.ToImmutable());
    }

    public bool Fits(Table table) => needs.All(name => table.FindColumn(name) is not null);

    /// <summary>What the table's columns give, by the names of ObsCore's columns.</summary>
    public FrozenDictionary<string, ObservationValue> ValuesOf(Table table) =>
        lines.Select(line => (line.Target.Name, Value: line.ValueOf(table))).Where(pair => pair.Value is not null).ToFrozenDictionary(pair => pair.Name, pair => pair.Value!);

    private static ImmutableArray<MappingFile> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = typeof(MappingFile).Namespace + ".Mappings.";
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .OrderBy(name => name == folder + LastFile).ThenBy(name => name, StringComparer.Ordinal).Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Read(reader);
                }),
        ];
    }
}
