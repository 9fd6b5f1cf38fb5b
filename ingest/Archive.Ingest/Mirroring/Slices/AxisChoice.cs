using Archive.Catalogue.Tables;
using Archive.Ingest.Importing;
using Archive.Ingest.Mirroring.Remote;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>Finds the column that cuts the remote table: the one that was named, or the first UT date that all rows have, or the key, or a number.</summary>
internal sealed class AxisChoice(RemoteService service, RemoteTable table)
{
    /// <param name="wanted">Name of the column; null to choose.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="IngestException">There is none, or the named one can't be it.</exception>
    public async Task<SliceAxis> ChooseAsync(string? wanted, CancellationToken cancellation)
    {
        var columns = table.Definition.Columns;
        if (wanted is not null)
        {
            var column = table.Definition.FindColumn(wanted) ?? throw new IngestException($"{table.Name} has no column '{wanted}' to cut it by.");
            return await UtDateAsync(column, cancellation) ?? Plain(column) ?? throw new IngestException($"{table.Name} can't be cut by {column.Name}: name a column of days, instants, numbers or text.");
        }

        foreach (var candidate in ColumnRoles.UtDates(columns, column => column))
        {
            if (await UtDateAsync(candidate, cancellation) is { } axis) return axis;
        }

        var others = columns.Where(column => column.Name == table.Definition.KeyColumn)
            .Concat(columns.Where(column => column.IsIndexed)).Concat(columns.Where(column => column.Type.IsNumeric)).Concat(columns);
        return others.Select(Plain).FirstOrDefault(axis => axis is not null)
            ?? throw new IngestException($"{table.Name} has no column that it could be cut by.");
    }

    /// <summary>An axis for a part of a slice that is still too large: the key, where it isn't the axis already.</summary>
    public SliceAxis? Second(SliceAxis first) =>
        table.Definition.Columns.Where(column => column.Name == table.Definition.KeyColumn && column.Name != first.Name).Select(Plain).FirstOrDefault();

    /// <summary>The column as UT dates, if all rows have one and the remote compares it with days.</summary>
    private async Task<SliceAxis?> UtDateAsync(Column column, CancellationToken cancellation)
    {
        if (column.Type is not ({ IsDate: true } or { IsTimestamp: true } or { IsText: true })) return null;
        var written = table.WrittenOf(column);
        var counts = await TryAskAsync($"COUNT(*) AS n, COUNT({written}) AS v, MIN({written}) AS lo, MAX({written}) AS hi", null, cancellation);
        if (counts is not [var rows, var values, { Length: >= 10 } low, { Length: >= 10 } high] || rows != values || !UtDay.TryParse(low[..10], out _) || !UtDay.TryParse(high[..10], out _)) return null;
        var isDay = UtDay.TryParseMidnight(low, out _) && UtDay.TryParseMidnight(high, out _);
        foreach (var literal in SliceAxis.DayLiterals)
        {
            var axis = new SliceAxis(column.Name, written, AxisKind.UtDate, literal) { DayType = column.Type.IsTimestamp || !isDay ? ColumnType.Timestamp : ColumnType.Date };
            // Every day is after the first one and before the last one; texts that are none show here.
            if (await TryAskAsync("COUNT(*) AS n", axis.Condition(new AxisRange("1000-01-01", "3000-01-01")), cancellation) is [var dated] && dated == rows) return axis;
        }

        return null;
    }

    private async Task<string?[]?> TryAskAsync(string list, string? condition, CancellationToken cancellation)
    {
        try
        {
            return (await service.AskAsync(table.Select(list, condition), cancellation)).Rows is [var row] ? row : null;
        }
        catch (RemoteRefusalException)
        {
            return null;
        }
    }

    private SliceAxis? Plain(Column column) => column.Type switch
    {
        { IsNumeric: true } type => new SliceAxis(column.Name, table.WrittenOf(column), type.Datatype.IsInteger() ? AxisKind.Integer : AxisKind.Real),
        { IsText: true } => new SliceAxis(column.Name, table.WrittenOf(column), AxisKind.Text),
        _ => null,
    };
}
