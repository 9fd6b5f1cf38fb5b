using System.Collections.Immutable;
using System.Globalization;

namespace Archive.Ingest.Instruments;

/// <summary>Makes a column's definition of the fields of its line.</summary>
internal static class ColumnReader
{
    /// <summary>The types by the names that definition files give them.</summary>
    public static readonly ImmutableDictionary<string, ColumnKind> Kinds = new Dictionary<string, ColumnKind>
    {
        ["boolean"] = ColumnKind.Logical,
        ["int"] = ColumnKind.Integer,
        ["long"] = ColumnKind.Long,
        ["double"] = ColumnKind.Real,
        ["date"] = ColumnKind.Date,
        ["timestamp"] = ColumnKind.Timestamp,
        ["char"] = ColumnKind.Text,
    }.ToImmutableDictionary();

    /// <summary>The width of a text column that holds texts of any length.</summary>
    public const string AnyWidth = "*";

    public static string NameOf(ColumnKind kind) => Kinds.First(pair => pair.Value == kind).Key;

    /// <exception cref="InvalidDataException">A field can't be read; the message says at which line.</exception>
    public static ColumnDefinition Read(string[] fields, int ordinal, int line)
    {
        if (!Kinds.TryGetValue(fields[1], out var kind)) throw DefinitionText.Fault(line, $"'{fields[1]}' is no type; known: {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
        return new ColumnDefinition
        {
            Ordinal = ordinal,
            Name = fields[0],
            Kind = kind,
            Width = kind == ColumnKind.Text ? Width(fields[2], line) : 0,
            Unit = TextOrNull(fields[3]),
            Ucd = TextOrNull(fields[4]),
            IsPrincipal = YesOrNo(fields[5], line),
            IsRequired = YesOrNo(fields[6], line),
            Keywords = List(fields[7], ','),
            Minimum = NumberOrNull(fields[8], line),
            Maximum = NumberOrNull(fields[9], line),
            KnownValues = List(fields[10], '|'),
            Description = TextOrNull(fields[11]) ?? throw DefinitionText.Fault(line, "a column needs a description"),
        };
    }

    private static int Width(string field, int line)
    {
        if (field == AnyWidth) return int.MaxValue;
        return int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0
            ? width
            : throw DefinitionText.Fault(line, $"a char column needs its width, or {AnyWidth} for any");
    }

    private static string? TextOrNull(string field) => field.Length == 0 ? null : field;

    private static ImmutableArray<string> List(string field, char separator) => field.Length == 0 ? [] : [.. field.Split(separator)];

    private static bool YesOrNo(string field, int line) => field switch
    {
        "Y" => true,
        "N" or "" => false,
        _ => throw DefinitionText.Fault(line, $"'{field}' should be Y or N"),
    };

    private static double? NumberOrNull(string field, int line)
    {
        if (field.Length == 0) return null;
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw DefinitionText.Fault(line, $"'{field}' should be a number");
    }
}
