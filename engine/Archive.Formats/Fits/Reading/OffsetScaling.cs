using System.Buffers.Binary;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>
/// Unsigned integers of 16, 32 and 64 bits and signed bytes, which FITS holds with half their range taken off (FITS 4.0, section 7.3.2, table 19): of the next
/// wider type. There is none behind 64 bits, so that what is beyond <c>long</c> is refused.
/// </summary>
internal sealed class OffsetScaling(char letter, long? heldNull) : Scaling
{
    public override Datatype Datatype => letter switch
    {
        'B' => Datatype.Short,
        'I' => Datatype.Int,
        _ => Datatype.Long,
    };

    /// <summary>Of 64 bits, no value is negative, whatever number is held for null.</summary>
    public override string? NullText => heldNull is not { } number ? null : (letter == 'K' ? long.MinValue : number + (long)Offset(letter)).ToString(CultureInfo.InvariantCulture);

    protected override int Length => letter switch
    {
        'B' => sizeof(short),
        'I' => sizeof(int),
        _ => sizeof(long),
    };

    /// <summary>TZERO of such a column; NaN for letters that have none.</summary>
    public static double Offset(char letter) => letter switch
    {
        'B' => sbyte.MinValue,
        'I' => 1L << 15,
        'J' => 1L << 31,
        'K' => 9223372036854775808.0,
        _ => double.NaN,
    };

    protected override void Scale(ReadOnlySpan<byte> held, int element, Span<byte> destination)
    {
        var number = Integer(letter, held, element);
        switch (letter)
        {
            case 'B':
                BinaryPrimitives.WriteInt16BigEndian(destination, (short)(number + sbyte.MinValue));
                break;
            case 'I':
                BinaryPrimitives.WriteInt32BigEndian(destination, (int)(number + (1L << 15)));
                break;
            case 'J':
                BinaryPrimitives.WriteInt64BigEndian(destination, number + (1L << 31));
                break;
            case 'K' when number == heldNull:
                BinaryPrimitives.WriteInt64BigEndian(destination, long.MinValue);
                break;
            default:
                if (number >= 0) throw new CellException(string.Create(CultureInfo.InvariantCulture, $"{(ulong)number + (1UL << 63)} is an unsigned number beyond the {long.MaxValue} that a long holds."));
                BinaryPrimitives.WriteInt64BigEndian(destination, number ^ long.MinValue);
                break;
        }
    }
}
