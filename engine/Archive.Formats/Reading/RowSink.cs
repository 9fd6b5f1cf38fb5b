using System.Collections.Immutable;
using System.Globalization;
using Archive.DuckDb.Vectors;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Reading;

/// <summary>Takes rows cell by cell and adds them to a table a chunk at a time.</summary>
internal sealed class RowSink
{
    private readonly ImmutableArray<TableField> fields;
    private readonly ImmutableArray<CellColumn> columns;
    private readonly TableAppender appender;
    private readonly TableReadLimits limits;
    private readonly CancellationToken cancellation;
    private long appended;
    private int waiting;

    public RowSink(ImmutableArray<TableField> fields, TableAppender appender, TableReadLimits limits, CancellationToken cancellation)
    {
        this.fields = fields;
        this.appender = appender;
        this.limits = limits;
        this.cancellation = cancellation;
        columns = [.. fields.Select(CellColumns.For)];
    }

    public int ColumnCount => columns.Length;

    /// <summary>The row that is being read, from 1.</summary>
    public long RowNumber => appended + waiting + 1;

    public FieldShape ShapeOf(int column) => fields[column].Shape;

    /// <summary>A cell as text.</summary>
    /// <exception cref="TableReadException">It isn't a value of the column's type.</exception>
    public void Add(int column, ReadOnlySpan<char> text)
    {
        try
        {
            columns[column].Add(waiting, text);
        }
        catch (CellException error)
        {
            throw Refused(column, error);
        }
    }

    /// <summary>A cell as BINARY and BINARY2 have it.</summary>
    /// <exception cref="TableReadException">It isn't a value of the column's type, or the stream ends in it.</exception>
    public void Add(int column, BinaryCells cells, CellNull nullness)
    {
        try
        {
            columns[column].Add(waiting, cells, nullness);
        }
        catch (CellException error)
        {
            throw Refused(column, error);
        }
    }

    /// <summary>A cell as its elements, the first byte of each the highest.</summary>
    /// <exception cref="TableReadException">It isn't a value of the column's type.</exception>
    public void Add(int column, ReadOnlySpan<byte> elements, int count)
    {
        try
        {
            columns[column].Add(waiting, elements, count, CellNull.MayBeEmpty);
        }
        catch (CellException error)
        {
            throw Refused(column, error);
        }
    }

    /// <summary>Ends a row, all cells of which were added.</summary>
    public void EndRow()
    {
        if (RowNumber > limits.MaximumRows)
            throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The table has more than {limits.MaximumRows} rows, the limit {limits.MaximumRowsName}."));
        if (++waiting == DataChunk.Capacity) Append();
    }

    /// <summary>Adds what waits; returns the number of all rows.</summary>
    public long Complete()
    {
        Append();
        return appended;
    }

    private void Append()
    {
        cancellation.ThrowIfCancellationRequested();
        if (waiting == 0) return;
        for (var i = 0; i < columns.Length; i++) columns[i].MoveTo(appender.Column(i), waiting);
        appender.Append(waiting);
        appended += waiting;
        waiting = 0;
    }

    /// <summary>What is wrong with a cell of the row that is being read, with its place.</summary>
    public TableReadException Refused(int column, CellException error) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Row {RowNumber}, column '{fields[column].Column.Name}': {error.Message}"), error);
}
