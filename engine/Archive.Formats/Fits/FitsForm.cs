using System.Buffers.Binary;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Formats.Cells;
using Archive.Formats.Values;
using Archive.Formats.Votable;

namespace Archive.Formats.Fits;

internal enum FitsLayout
{
    /// <summary>Every cell has one length.</summary>
    Fixed,

    /// <summary>Text, filled up with NUL to the longest (section 7.3.3.1): a null, as an empty text, is nothing else.</summary>
    Padded,

    /// <summary>Arrays of any length: they lie behind the rows, which tell where.</summary>
    Heap,
}

/// <summary>How the cells of a column are held (FITS 4.0, sections 7.3.1 and 7.3.5): the letter of TFORM, and the encoder.</summary>
internal sealed class FitsForm
{
    public const int ShortDescriptorLength = 8;
    public const int LongDescriptorLength = 16;

    private static readonly TextFamily<AsciiText, BooleanLetter> Texts = new(AsciiText.Instance, "");
    private static readonly BinaryBooleanEncoder Logicals = new((byte)'F', (byte)'T', nullCell: 0);

    private readonly char letter;
    private readonly int repeat;
    private readonly int elementLength;

    /// <exception cref="ResultFormatException">A binary table can't hold what the vector has.</exception>
    public FitsForm(Column column, DuckDbType vectorType)
    {
        var datatype = column.Type.Datatype;
        var count = ElementCount.Parse(column.Type.Arraysize).Fixed;
        if (datatype is Datatype.Char or Datatype.UnicodeChar)
        {
            (Layout, letter, elementLength) = (FitsLayout.Padded, 'A', 1);
            Encoder = Texts.Choose(column, vectorType);
            return;
        }

        // Bits of any number have no form that all readers know; as booleans they have.
        var isBits = datatype == Datatype.Bit && count is not null;
        (letter, elementLength) = isBits ? ('X', 1) : Element(datatype);
        Layout = count is null ? FitsLayout.Heap : FitsLayout.Fixed;
        repeat = count ?? 0;
        Width = isBits ? (repeat + 7) / 8 : checked(repeat * elementLength);
        var asBooleans = datatype == Datatype.Bit && !isBits ? column with { Type = column.Type with { Datatype = Datatype.Boolean } } : column;
        Encoder = vectorType switch
        {
            DuckDbType.List => BinaryFamily.Array(asBooleans, new ListShape(column, writesCount: false), nullLetter: 0),
            DuckDbType.Boolean when datatype == Datatype.Boolean => Logicals,
            DuckDbType.Boolean when datatype == Datatype.Bit => BinaryBooleanEncoder.Bits,
            _ => BinaryFamily.Number(column, vectorType, NullInteger.Marker),
        };
        if (Values.NullMarker.Of(column.Type) is not { } marker) return;
        NullMarker = long.Parse(marker, CultureInfo.InvariantCulture);
        NullCell = CellOf(NullMarker.Value, elementLength);
    }

    public FitsLayout Layout { get; }

    public ColumnEncoder Encoder { get; }

    /// <summary>Bytes of a cell where all have one length.</summary>
    public int Width { get; }

    /// <summary>The number that stands for a null integer; null where the column needs none.</summary>
    public long? NullMarker { get; }

    /// <summary>The same as a cell.</summary>
    public byte[] NullCell { get; } = [];

    /// <summary>The value of TFORM.</summary>
    /// <param name="bytes">Bytes of the longest cell.</param>
    /// <param name="isWide">Whether places in the heap are told in 64 bits.</param>
    public string Code(int bytes, bool isWide) => Layout switch
    {
        FitsLayout.Fixed => string.Create(CultureInfo.InvariantCulture, $"{repeat}{letter}"),
        FitsLayout.Padded => string.Create(CultureInfo.InvariantCulture, $"{bytes}A"),
        _ => string.Create(CultureInfo.InvariantCulture, $"1{(isWide ? 'Q' : 'P')}{letter}({bytes / elementLength})"),
    };

    /// <summary>Elements in a cell that lies in the heap.</summary>
    public int ElementsOf(int bytes) => bytes / elementLength;

    private static (char Letter, int Length) Element(Datatype datatype) => datatype switch
    {
        Datatype.Boolean or Datatype.Bit => ('L', 1),
        Datatype.UnsignedByte => ('B', 1),
        Datatype.Short => ('I', 2),
        Datatype.Int => ('J', 4),
        Datatype.Long => ('K', 8),
        Datatype.Float => ('E', 4),
        Datatype.FloatComplex => ('C', 8),
        Datatype.DoubleComplex => ('M', 16),
        _ => ('D', 8),
    };

    private static byte[] CellOf(long number, int length)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes[^length..];
    }
}
