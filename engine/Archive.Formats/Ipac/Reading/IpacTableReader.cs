using System.Collections.Immutable;
using Archive.Formats.Reading;

namespace Archive.Formats.Ipac.Reading;

/// <summary>
/// Reads an IPAC ASCII table (https://irsa.ipac.caltech.edu/applications/DDGEN/Doc/ipac_tbl.html), a line a row. Lines that begin with a backslash, keywords and
/// comments, are passed over. Nulls are an empty cell and the column's null marker, <c>null</c> unless the header has another one.
/// </summary>
public sealed class IpacTableReader : TableReader
{
    private readonly IpacLines lines;
    private readonly IpacLayout layout = new();
    private string? firstRow;

    private IpacTableReader(IpacLines lines, TableReadLimits limits)
        : base(limits) => this.lines = lines;

    public override string? Description => null;

    public override string? Utype => null;

    internal override ImmutableArray<TableField> Fields => layout.Fields;

    /// <summary>Can what begins with this byte be an IPAC table?</summary>
    public static bool CanBegin(byte first) => first is (byte)'\\' or (byte)'|';

    /// <summary>Reads as far as the columns.</summary>
    /// <param name="stream">The document, which remains the caller's.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="TableReadException">It isn't an IPAC table.</exception>
    public static new IpacTableReader Open(Stream stream, TableReadLimits limits)
    {
        var reader = new IpacTableReader(new IpacLines(stream), limits);
        try
        {
            reader.ReadHeader();
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    internal override void ReadRows(RowSink sink)
    {
        if (firstRow is not null) Add(firstRow, sink);
        while (lines.TryRead(out var line))
        {
            if (!IsPassedOver(line)) Add(line, sink);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) lines.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsPassedOver(ReadOnlySpan<char> line) => line is ['\\', ..] || line.IsWhiteSpace();

    private void ReadHeader()
    {
        while (firstRow is null && lines.TryRead(out var line))
        {
            if (IsPassedOver(line)) continue;
            if (line is ['|', ..]) layout.Add(line, lines.Number, Limits);
            else firstRow = line.ToString();
        }

        layout.Complete();
    }

    private void Add(ReadOnlySpan<char> line, RowSink sink)
    {
        layout.Check(line, lines.Number);
        for (var column = 0; column < layout.Fields.Length; column++) sink.Add(column, layout.Cell(line, column));
        sink.EndRow();
    }
}
