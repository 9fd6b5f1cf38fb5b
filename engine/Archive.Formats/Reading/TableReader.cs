using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Formats.Fits.Reading;
using Archive.Formats.Ipac.Reading;
using Archive.Formats.Votable.Reading;

namespace Archive.Formats.Reading;

/// <summary>Reads one table of a document: at first what its columns are, then its rows, which are never all in memory.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>The columns, no two of them of one name, even if case is ignored.</summary>
    public ImmutableArray<Column> Columns => [.. Fields.Select(read => read.Column)];

    /// <summary>The table's description; null where it has none.</summary>
    public abstract string? Description { get; }

    /// <summary>The table's role in a data model; null where it has none.</summary>
    public abstract string? Utype { get; }

    internal abstract ImmutableArray<TableField> Fields { get; }

    /// <summary>Opens the first table of a VOTable or of a FITS file, or an IPAC table, whichever it is by its first bytes, and reads as far as the columns.</summary>
    /// <param name="stream">The document, which remains the caller's. It need not be able to seek.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="TableReadException">It is none of these, or has no table that can be read.</exception>
    public static TableReader Open(Stream stream, TableReadLimits limits)
    {
        var peeked = PeekedStream.Of(stream, FitsTableReader.Signature.Length);
        if (peeked.Start.SequenceEqual(FitsTableReader.Signature)) return FitsTableReader.Open(peeked, limits);
        return !peeked.Start.IsEmpty && IpacTableReader.CanBegin(peeked.Start[0]) ? IpacTableReader.Open(peeked, limits) : VotableReader.Open(peeked, limits);
    }

    /// <summary>What a document that begins so is, for people; null where it is none that <see cref="Open"/> takes.</summary>
    public static string? FormatOf(ReadOnlySpan<char> start) => start.StartsWith("SIMPLE  =", StringComparison.Ordinal) ? "FITS table" : start.TrimStart() switch
    {
        ['<', ..] => "VOTable",
        ['|' or '\\', ..] => "IPAC table",
        _ => null,
    };

    /// <summary>Adds all rows to a table that has the columns; can be done once.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="TableReadException">A cell can't be read, or there are too many rows.</exception>
    public long AppendTo(TableAppender appender, CancellationToken cancellation)
    {
        var sink = new RowSink(Fields, appender, limits: Limits, cancellation);
        ReadRows(sink);
        return sink.Complete();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected TableReader(TableReadLimits limits) => Limits = limits;

    private protected TableReadLimits Limits { get; }

    /// <summary>Gives all rows to the sink.</summary>
    internal abstract void ReadRows(RowSink sink);

    protected virtual void Dispose(bool disposing)
    {
    }
}
