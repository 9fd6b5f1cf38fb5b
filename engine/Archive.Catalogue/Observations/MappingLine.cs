using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.Catalogue.Units;

namespace Archive.Catalogue.Observations;

/// <summary>A line of a <see cref="MappingFile"/>.</summary>
/// <param name="Target">The column of ObsCore that is filled.</param>
/// <param name="Sources">As the line has them.</param>
/// <param name="Choices">What a column's value becomes; empty where it stays.</param>
/// <param name="OnlyWith">A column of ObsCore; null where there is none.</param>
internal sealed record MappingLine(Column Target, ImmutableArray<string> Sources, ImmutableArray<(string Value, string Choice)> Choices, string? OnlyWith)
{
    private const string UcdMark = "ucd:", MjdMark = "mjd:";

    /// <summary>Numbers may count days from anywhere, so that a time is made of days and instants alone, unless the numbers are said to be MJD.</summary>
    private bool IsTime => Target.Unit == "d";

    public static MappingLine Read(string[] fields, int number) => new(
        ObsCore.Table.FindColumn(fields[0]) ?? throw Fault(number, $"ObsCore has no column {fields[0]}"),
        [.. fields[1].Split(',', StringSplitOptions.RemoveEmptyEntries)],
        [.. fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(choice => choice.Split('=') is [var value, var chosen] ? (value, chosen) : throw Fault(number, $"'{choice}' should be value=choice"))],
        fields[3].Length == 0 ? null : ObsCore.Table.FindColumn(fields[3])?.Name ?? throw Fault(number, $"ObsCore has no column {fields[3]}"));

    /// <summary>What a table gives for the column; null where it has none of the sources.</summary>
    public ObservationValue? ValueOf(Table table)
    {
        var found = Sources.SelectMany(source => Find(table, source)).ToImmutableArray();
        // An observation begins and ends once: it isn't put together of two columns, and an instant says more than a day.
        if (IsTime && found.Length > 1) found = [found.FirstOrDefault(source => source.Column is { Type.IsDate: false }) ?? found[0]];
        return found.IsEmpty ? null : new ObservationValue(found, OnlyWith);
    }

    private IEnumerable<ObservationSource> Find(Table table, string source)
    {
        if (source is ['\'', .. var constant, '\'']) return [new ConstantSource(constant)];
        if (source == "@table") return [new ConstantSource(table.Name)];
        var columns = source switch
        {
            "@key" => Named(table.KeyColumn),
            "@ra" => Named(table.Position?.RightAscension),
            "@dec" => Named(table.Position?.Declination),
            "@utdate" => Named(table.UtDateColumn),
            _ when source.StartsWith(MjdMark, StringComparison.Ordinal) => Named(source[MjdMark.Length..]),
            _ when source.StartsWith(UcdMark, StringComparison.Ordinal) => table.Columns.Where(column => source[UcdMark.Length..].Equals(column.Ucd, StringComparison.OrdinalIgnoreCase)),
            _ => Named(source),
        };
        return columns.Select(column => SourceOf(column, isMjd: source.StartsWith(MjdMark, StringComparison.Ordinal))).OfType<ObservationSource>();

        IEnumerable<Column> Named(string? name) => name is not null && table.FindColumn(name) is { } column ? [column] : [];
    }

    /// <summary>The column as a source; null where its type or its unit can't become the target's.</summary>
    private ObservationSource? SourceOf(Column column, bool isMjd)
    {
        var (type, wanted) = (column.Type, Target.Type);
        if (!Choices.IsEmpty) return type.IsText || type.IsNumeric ? new ChoiceSource(column, Choices) : null;
        var fits = Target.Name == ObsCore.Region ? type.IsGeometry || GeometryTextOf(type)
            : wanted.IsText ? type.IsText || type.IsNumeric
            : IsTime ? type.IsDate || type.IsTimestamp || (isMjd && type.IsNumeric && column.Unit is null or "d") : type.IsNumeric;
        if (!fits) return null;
        if (Target.Unit is null || column.Unit is null || !type.IsNumeric) return new ColumnSource(column, 1, 1);
        return Conversion(column.Unit, Target.Unit) is var (factor, divisor) ? new ColumnSource(column, factor, divisor) : null;
    }

    private static bool GeometryTextOf(ColumnType type) => type.Xtype == ColumnType.Region.Xtype;

    private static (double Factor, double Divisor)? Conversion(string from, string to)
    {
        try
        {
            var (unit, wanted) = (UnitParser.Parse(from), UnitParser.Parse(to));
            return unit.IsConvertibleTo(wanted) ? unit.ConversionTo(wanted) : null;
        }
        catch (UnitSyntaxException)
        {
            return null;
        }
    }

    private static InvalidDataException Fault(int number, string what) => new(FormattableString.Invariant($"Line {number} of a mapping to ObsCore: {what}."));
}
