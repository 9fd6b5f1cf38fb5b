using System.Buffers.Binary;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Fits.Reading;

/// <summary>Numbers as <c>TZERO + TSCAL * held</c>, in 64 bits; what TNULL says is NaN.</summary>
internal sealed class RealScaling(char letter, double scale, double zero, long? heldNull) : Scaling
{
    public override Datatype Datatype => Datatype.Double;

    protected override int Length => sizeof(double);

    protected override void Scale(ReadOnlySpan<byte> held, int element, Span<byte> destination) =>
        BinaryPrimitives.WriteDoubleBigEndian(destination, zero + (scale * Held(held, element)));

    private double Held(ReadOnlySpan<byte> held, int element)
    {
        if (letter == 'E') return BinaryPrimitives.ReadSingleBigEndian(held[(sizeof(float) * element)..]);
        if (letter == 'D') return BinaryPrimitives.ReadDoubleBigEndian(held[(sizeof(double) * element)..]);
        var number = Integer(letter, held, element);
        return number == heldNull ? double.NaN : number;
    }
}
