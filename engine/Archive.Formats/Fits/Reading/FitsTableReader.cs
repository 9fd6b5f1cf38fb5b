using System.Collections.Immutable;
using System.Globalization;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>
/// Reads a table of a FITS file (FITS 4.0, section 7): a binary table, or one of ASCII. Nulls are: what TNULL says, NaN as a single number, an empty text or array,
/// and in ASCII a blank field. Columns that TSCAL and TZERO scale are <c>double</c>, unsigned integers are of the next wider type, 64 bits of them <c>long</c>
/// as far as that goes. Blanks at a text's end are left out.
/// </summary>
public sealed class FitsTableReader : TableReader
{
    private readonly BinaryCells bytes;
    private readonly FitsTable table;

    private FitsTableReader(BinaryCells bytes, FitsTable table, TableReadLimits limits)
        : base(limits)
    {
        this.bytes = bytes;
        this.table = table;
    }

    /// <summary>What a FITS file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => "SIMPLE  ="u8;

    /// <summary>EXTNAME.</summary>
    public override string? Description => table.Name;

    public override string? Utype => null;

    internal override ImmutableArray<TableField> Fields => table.Fields;

    /// <summary>Goes to a table and reads its header.</summary>
    /// <param name="stream">The file, which remains the caller's. It need not be able to seek.</param>
    /// <param name="limits">What is accepted.</param>
    /// <param name="extension">The number of the table's HDU, the primary one being 0; null for the first table. A compressed image is none.</param>
    /// <exception cref="TableReadException">It isn't a FITS file, or has no such table.</exception>
    public static FitsTableReader Open(Stream stream, TableReadLimits limits, int? extension = null)
    {
        var bytes = new BinaryCells(stream);
        for (var number = 0; HeaderCards.Read(bytes) is { } header; number++)
        {
            if (number == 0 && header.First != "SIMPLE") break;
            if (extension is null ? IsTable(header) : extension == number) return new FitsTableReader(bytes, TableOf(header, limits, number), limits);
            if (!TrySkip(bytes, HduSize.Of(header))) break;
        }

        throw new TableReadException(extension is null ? "The FITS file has no table that could be read: no BINTABLE, no TABLE." : string.Create(CultureInfo.InvariantCulture, $"The FITS file has no HDU {extension}."));
    }

    internal override void ReadRows(RowSink sink) => table.ReadRows(bytes, sink, Limits);

    private static bool IsTable(HeaderCards header) => header.Text("XTENSION") is "BINTABLE" or "A3DTABLE" or "TABLE" && !header.IsTrue("ZIMAGE");

    private static FitsTable TableOf(HeaderCards header, TableReadLimits limits, int number) => !IsTable(header)
        ? throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"HDU {number} of the FITS file is no table."))
        : header.IsTrue("ZTABLE") ? throw new TableReadException("The FITS table is compressed, which isn't read. Unpack it first (funpack).")
        : header.Text("XTENSION") == "TABLE" ? new AsciiTable(header, limits) : new BinaryTable(header, limits);

    private static bool TrySkip(BinaryCells bytes, long count)
    {
        try
        {
            for (; count > 0; count -= HeaderCards.BlockLength) bytes.Take(HeaderCards.BlockLength);
            return true;
        }
        catch (CellException)
        {
            return false;
        }
    }
}
