using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Instruments;

/// <summary>
/// Reads an instrument's definition file: UTF-8, lines of <c># property: value</c>, then one tab-separated line that names the fields,
/// then one line per column. <c>keywords</c> are separated by commas, <c>values</c> by bars. The files are embedded in the assembly;
/// any text of the form can be read.
/// </summary>
public static class InstrumentFile
{
    /// <summary>The schema that the tables of all instruments belong to.</summary>
    public const string SchemaName = "koa";

    private static readonly string[] FieldNames =
        ["name", "type", "width", "unit", "ucd", "principal", "required", "keywords", "minimum", "maximum", "values", "description"];

    private static readonly Dictionary<string, ColumnKind> Kinds = new()
    {
        ["char"] = ColumnKind.Text,
        ["int"] = ColumnKind.Integer,
        ["double"] = ColumnKind.Real,
        ["date"] = ColumnKind.Date,
        ["timestamp"] = ColumnKind.Timestamp,
    };

    /// <summary>Reads the embedded file of a table.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it breaks the form above.</exception>
    public static InstrumentDefinition Load(string tableName)
    {
        using var reader = OpenEmbedded(tableName + ".tsv");
        return Read(reader);
    }

    /// <summary>Reads a definition.</summary>
    /// <exception cref="InvalidDataException">The text breaks the form; the message says at which line.</exception>
    public static InstrumentDefinition Read(TextReader reader)
    {
        var properties = new Dictionary<string, string>();
        var columns = ImmutableArray.CreateBuilder<ColumnDefinition>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sawFieldNames = false;
        var lineNumber = 0;
        while (reader.ReadLine() is { } line)
        {
            lineNumber++;
            if (line.StartsWith('#'))
            {
                if (line.IndexOf(':') is var colon && colon < 0) throw Fault(lineNumber, "a line that begins with # is '# property: value'");
                properties[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
                continue;
            }

            var fields = line.Split('\t');
            if (!sawFieldNames)
            {
                if (!fields.AsSpan().SequenceEqual(FieldNames)) throw Fault(lineNumber, "the fields must be " + string.Join(", ", FieldNames));
                sawFieldNames = true;
                continue;
            }

            if (fields.Length != FieldNames.Length) throw Fault(lineNumber, $"it has {fields.Length} fields instead of {FieldNames.Length}");
            var column = ReadColumn(fields, columns.Count, lineNumber);
            if (!names.Add(column.Name)) throw Fault(lineNumber, $"column {column.Name} is defined twice");
            columns.Add(column);
        }

        return Define(properties, columns.ToImmutable());
    }

    internal static StreamReader OpenEmbedded(string fileName)
    {
        var name = $"{typeof(InstrumentFile).Namespace}.{fileName}";
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no embedded file {name}.");
        return new StreamReader(stream);
    }

    private static ColumnDefinition ReadColumn(string[] fields, int ordinal, int lineNumber)
    {
        if (!Kinds.TryGetValue(fields[1], out var kind)) throw Fault(lineNumber, $"'{fields[1]}' is no type; known: {string.Join(", ", Kinds.Keys)}");
        var width = 0;
        if (kind == ColumnKind.Text && !(int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out width) && width > 0))
            throw Fault(lineNumber, "a char column needs its width");
        return new ColumnDefinition
        {
            Ordinal = ordinal,
            Name = fields[0],
            Kind = kind,
            Width = width,
            Unit = TextOrNull(fields[3]),
            Ucd = TextOrNull(fields[4]),
            IsPrincipal = YesOrNo(fields[5], lineNumber),
            IsRequired = YesOrNo(fields[6], lineNumber),
            Keywords = List(fields[7], ','),
            Minimum = NumberOrNull(fields[8], lineNumber),
            Maximum = NumberOrNull(fields[9], lineNumber),
            KnownValues = List(fields[10], '|'),
            Description = TextOrNull(fields[11]) ?? throw Fault(lineNumber, "a column needs a description"),
        };
    }

    private static InstrumentDefinition Define(Dictionary<string, string> properties, ImmutableArray<ColumnDefinition> columns)
    {
        string Property(string name) => properties.GetValueOrDefault(name) ?? throw new InvalidDataException($"The definition lacks the line '# {name}: ...'.");

        var position = Property("position").Split(',');
        if (position.Length != 2) throw new InvalidDataException("The property position names two columns: right ascension, declination.");
        string key = Property("key"), utDate = Property("utdate");
        foreach (var named in (string[])[key, utDate, .. position])
        {
            if (!columns.Any(column => column.Name == named)) throw new InvalidDataException($"The definition names a column {named} that it doesn't define.");
        }

        var table = new Table(SchemaName, Property("table"), columns.Select(column => column.ToColumn(column.Name == utDate || position.Contains(column.Name))))
        {
            Description = Property("description"),
            KeyColumn = key,
            UtDateColumn = utDate,
            Position = new PositionColumns(position[0], position[1]),
        };
        return new InstrumentDefinition(Property("instrument"), Property("prefix"), columns, table);
    }

    private static string? TextOrNull(string field) => field.Length == 0 ? null : field;

    private static ImmutableArray<string> List(string field, char separator) => field.Length == 0 ? [] : [.. field.Split(separator)];

    private static bool YesOrNo(string field, int lineNumber) => field switch
    {
        "Y" => true,
        "N" => false,
        _ => throw Fault(lineNumber, $"'{field}' should be Y or N"),
    };

    private static double? NumberOrNull(string field, int lineNumber)
    {
        if (field.Length == 0) return null;
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault(lineNumber, $"'{field}' should be a number");
    }

    private static InvalidDataException Fault(int lineNumber, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {lineNumber} of the instrument's definition: {what}."));
}
