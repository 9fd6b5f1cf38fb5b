using System.Buffers.Binary;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>TSCAL and TZERO: the numbers that are meant out of the numbers that are held (FITS 4.0, section 7.3.2), as bytes in the same order.</summary>
internal abstract class Scaling
{
    private byte[] scaled = [];

    /// <summary>What the numbers are that come out.</summary>
    public abstract Datatype Datatype { get; }

    /// <summary>What stands for a null among them; null where nothing but NaN does.</summary>
    public virtual string? NullText => null;

    /// <summary>How a column's numbers are scaled; null where they are what is held.</summary>
    /// <param name="letter">The kind of element.</param>
    /// <param name="scale">TSCAL.</param>
    /// <param name="zero">TZERO.</param>
    /// <param name="heldNull">TNULL; null where there is none.</param>
    public static Scaling? Of(char letter, double scale, double zero, long? heldNull)
    {
        if ((scale == 1 && zero == 0) || letter is not ('B' or 'I' or 'J' or 'K' or 'E' or 'D')) return null;
        if (scale == 1 && OffsetScaling.Offset(letter) == zero) return new OffsetScaling(letter, heldNull);
        return new RealScaling(letter, scale, zero, heldNull);
    }

    /// <summary>Scales all numbers of a cell; what comes out is valid until the next cell.</summary>
    /// <exception cref="CellException">A number is beyond what comes out.</exception>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> held, int count)
    {
        var length = checked(count * Length);
        if (scaled.Length < length) scaled = new byte[Math.Max(length, 2 * scaled.Length)];
        for (var element = 0; element < count; element++) Scale(held, element, scaled.AsSpan(element * Length, Length));
        return scaled.AsSpan(0, length);
    }

    /// <summary>Bytes of a number that comes out.</summary>
    protected abstract int Length { get; }

    protected abstract void Scale(ReadOnlySpan<byte> held, int element, Span<byte> destination);

    /// <summary>An integer as it is held.</summary>
    protected static long Integer(char letter, ReadOnlySpan<byte> held, int element) => letter switch
    {
        'B' => held[element],
        'I' => BinaryPrimitives.ReadInt16BigEndian(held[(2 * element)..]),
        'J' => BinaryPrimitives.ReadInt32BigEndian(held[(4 * element)..]),
        _ => BinaryPrimitives.ReadInt64BigEndian(held[(8 * element)..]),
    };
}
