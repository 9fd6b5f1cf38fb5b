using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Importing;
using Archive.Ingest.Mirroring.Remote;
using Archive.Ingest.Mirroring.Slices;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Mirroring;

/// <summary>Pulls the rows of a slice into a staged table, in as many jobs as the remote's row limit makes necessary.</summary>
internal sealed class SlicePull(RemoteService service, RemoteTable table, SliceAxis axis, SliceAxis? second, ConcurrentBag<string> notes)
{
    /// <summary>Rows asked for beyond those that were counted: some services call a result that is just full an overflow.</summary>
    private const int Slack = 100;

    /// <summary>Makes the table <c>sorted</c>: the rows by night and key, or by all values where there is no key.</summary>
    /// <param name="staged">A database for the rows.</param>
    /// <param name="condition">Which rows; null for all.</param>
    /// <param name="rows">How many the remote counts.</param>
    /// <param name="cancellation">Ends the pull.</param>
    /// <exception cref="RemoteRefusalException">The remote refuses it.</exception>
    /// <exception cref="IngestException">The remote gives less at once than has one value.</exception>
    public async Task PullAsync(StagedTable staged, string? condition, long rows, CancellationToken cancellation)
    {
        staged.Connection.Execute($"CREATE OR REPLACE TABLE staged ({table.Definition.SqlDefinition()})");
        await AddAsync(staged, condition, rows, cancellation);
        var keys = table.Definition.KeyColumn is { } key ? [key] : table.Definition.Columns.Select(column => column.Name);
        string[] order = [.. axis.Kind == AxisKind.UtDate ? [DayExpression(axis)] : Array.Empty<string>(), .. keys.Select(SqlText.Identifier)];
        staged.Connection.Execute($"CREATE OR REPLACE TABLE sorted AS FROM staged ORDER BY {string.Join(", ", order)}");
    }

    /// <summary>The night of a staged row; SQL.</summary>
    public static string DayExpression(SliceAxis axis) => $"CAST({SqlText.Identifier(axis.Name)} AS DATE)";

    private async Task AddAsync(StagedTable staged, string? condition, long rows, CancellationToken cancellation)
    {
        if (rows > service.RowLimit)
        {
            await AddPartsAsync(staged, condition, cancellation);
            return;
        }

        var (columns, pulled, isOverflow) = await service.PullAsync(table.Select(string.Join(", ", table.Written), condition), Math.Min(service.RowLimit, rows + Slack), staged.Connection, "raw", cancellation);
        if (columns.Length != table.Definition.Columns.Length)
            throw new IngestException(string.Create(CultureInfo.InvariantCulture, $"{service.Address} sends {columns.Length} columns where {table.Definition.Columns.Length} were asked for."));
        if (pulled < rows && (isOverflow || await CountAsync(condition, cancellation) > pulled))
        {
            if (pulled == 0) throw new IngestException($"{service.Address} counts {rows} rows where {condition}, and sends none of them.");
            service.Learn(pulled);
            await AddPartsAsync(staged, condition, cancellation);
            return;
        }

        Convert(staged, columns);
    }

    private async Task AddPartsAsync(StagedTable staged, string? condition, CancellationToken cancellation)
    {
        foreach (var candidate in new[] { axis, second }.OfType<SliceAxis>())
        {
            var parts = await new RangeCuts(service, table, candidate, []).CutAsync(AxisRange.Whole, condition, service.RowLimit, cancellation);
            if (parts.Count < 2) continue;
            foreach (var part in parts) await AddAsync(staged, And(condition, candidate.Condition(part.Range)), part.Rows, cancellation);
            return;
        }

        throw new IngestException(string.Create(CultureInfo.InvariantCulture,
            $"{service.Address} gives {service.RowLimit} rows at once, and {table.Name} has more where {condition ?? "all are asked for"}, which can't be cut further. Name a column with more different values: --by COLUMN."));
    }

    private async Task<long> CountAsync(string? condition, CancellationToken cancellation) =>
        (await new RangeCuts(service, table, axis, []).CountAsync(AxisRange.Whole, condition, cancellation)).Rows;

    /// <summary>Moves what came into the staged table, as the types that it is kept in.</summary>
    private void Convert(StagedTable staged, ImmutableArray<Column> sent)
    {
        var values = table.Definition.Columns.Zip(sent, (column, field) => (Column: column, Raw: SqlText.Identifier(field.Name), Value: Conversion(SqlText.Identifier(field.Name), field.Type, column.Type))).ToList();
        staged.Connection.Execute($"INSERT INTO staged SELECT {string.Join(", ", values.Select(value => value.Value))} FROM raw");
        foreach (var (column, raw, value) in values.Where(value => value.Value != value.Raw))
        {
            var lost = staged.Count($"SELECT count(*) FROM raw WHERE {raw} IS NOT NULL AND CAST({raw} AS VARCHAR) NOT IN ('', 'None') AND {value} IS NULL");
            if (lost > 0) notes.Add(FormattableString.Invariant($"{column.Name}: {lost} values are no {column.Type.SqlTypeName()} and became null."));
        }
    }

    private static string Conversion(string raw, ColumnType from, ColumnType to) => (from.SqlTypeName(), to.SqlTypeName()) switch
    {
        var (same, kept) when same == kept => raw,
        // nexsciTAP prints a date that is null as the text None.
        ("VARCHAR", "DATE" or "TIMESTAMP") => $"CAST(TRY_CAST(trim({raw}) AS TIMESTAMP) AS {to.SqlTypeName()})",
        _ => $"TRY_CAST({raw} AS {to.SqlTypeName()})",
    };

    private static string? And(string? left, string? right) => left is null ? right : right is null ? left : $"({left}) AND ({right})";
}
