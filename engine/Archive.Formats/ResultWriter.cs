using System.Buffers;
using Archive.DuckDb.Vectors;

namespace Archive.Formats;

/// <summary>
/// Writes one result in one format: <see cref="Begin"/>, any number of <see cref="Write"/>, <see cref="End"/>. Synchronous; what it
/// writes to is for the caller to flush between the calls, so no more than a chunk's bytes need be held. Not thread-safe.
/// </summary>
public abstract class ResultWriter(IBufferWriter<byte> output) : IDisposable
{
    private bool hasBegun;

    /// <summary>Rows written so far.</summary>
    public long RowCount { get; private set; }

    protected IBufferWriter<byte> Output { get; } = output;

    /// <summary>What was said of the result when it began.</summary>
    protected ResultDescription Description { get; private set; } = null!;

    /// <summary>Writes what comes before the rows.</summary>
    /// <exception cref="ResultFormatException">A column's values can't be written in this format; nothing was written.</exception>
    public void Begin(ResultDescription description)
    {
        if (hasBegun) throw new InvalidOperationException("A result begins once.");
        if (description.Columns.Length == 0 || description.Columns.Length != description.VectorTypes.Length)
            throw new ArgumentException("A result has at least one column and a vector type for each.", nameof(description));
        Description = description;
        WriteHeader(description);
        hasBegun = true;
    }

    /// <summary>Writes all rows of a chunk.</summary>
    /// <inheritdoc cref="Write(DataChunk, int)"/>
    public void Write(DataChunk chunk) => Write(chunk, chunk.RowCount);

    /// <summary>Writes the first <paramref name="rowCount"/> rows of a chunk, for a result that is cut off within it.</summary>
    /// <exception cref="ResultFormatException">A value doesn't fit the column's datatype; the result can't be completed.</exception>
    public void Write(DataChunk chunk, int rowCount)
    {
        if (!hasBegun) throw new InvalidOperationException("Rows come after the header.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rowCount, (uint)chunk.RowCount, nameof(rowCount));
        WriteRows(chunk, rowCount);
        RowCount += rowCount;
    }

    /// <summary>
    /// Writes what comes after the rows. A format that must see all rows before it can write the first writes them now, a part a
    /// call.
    /// </summary>
    /// <returns>True when the result is complete; false where the caller should flush and call again.</returns>
    public bool End(ResultEnding ending)
    {
        if (!hasBegun) throw new InvalidOperationException("A result that ends has begun.");
        return WriteEnding(ending);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void WriteHeader(ResultDescription description);

    protected abstract void WriteRows(DataChunk chunk, int rowCount);

    /// <inheritdoc cref="End"/>
    protected abstract bool WriteEnding(ResultEnding ending);

    protected virtual void Dispose(bool disposing)
    {
    }
}
