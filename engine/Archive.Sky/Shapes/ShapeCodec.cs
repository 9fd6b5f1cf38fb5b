using System.Buffers.Binary;
using Archive.Sky.Healpix;
using Archive.Sky.Moc;
using Archive.Sky.Shapes.Composites;

namespace Archive.Sky.Shapes;

/// <summary>
/// Shapes as bytes, so that one can travel as a single literal. Version 1: a version byte, a byte for the kind (1 circle,
/// 2 box, 3 polygon, 4 union, 5 intersection, 6 complement, 7 MOC), then what the kind needs, all little-endian; the length of
/// the bytes tells the count.
/// </summary>
/// <remarks>
/// The first three are doubles in degrees: a circle has longitude, latitude, radius; a box longitude, latitude, width, height
/// and, where it is turned, position angle; a polygon longitude and latitude of each vertex. Shapes made of others have each of
/// them in turn, its length as 4 bytes before it. A MOC has a byte for its order and its ranges as pairs of 8 bytes.
/// </remarks>
internal static class ShapeCodec
{
    private const byte Version = 1;
    private const byte Circle = 1;
    private const byte Box = 2;
    private const byte Polygon = 3;
    private const byte Union = 4;
    private const byte Intersection = 5;
    private const byte Complement = 6;
    private const byte Moc = 7;
    private const int HeaderLength = 2;
    private const int RangeLength = 2 * sizeof(long);

    public static byte[] Encode(SkyShape shape) => shape switch
    {
        CircleShape c => Numbers(Circle, [c.LonDegrees, c.LatDegrees, c.RadiusDegrees]),
        BoxShape { PositionAngleDegrees: not 0 } b => Numbers(
            Box, [b.LonDegrees, b.LatDegrees, b.WidthDegrees, b.HeightDegrees, b.PositionAngleDegrees]),
        BoxShape b => Numbers(Box, [b.LonDegrees, b.LatDegrees, b.WidthDegrees, b.HeightDegrees]),
        PolygonShape p => Numbers(Polygon, p.LonLatDegrees),
        UnionShape u => Parts(Union, u),
        IntersectionShape i => Parts(Intersection, i),
        ComplementShape c => Parts(Complement, c),
        MocShape m => Ranges(m),
        _ => throw new ArgumentException($"No encoding is known for {shape.GetType().Name}."),
    };

    /// <exception cref="FormatException">The bytes are not an encoded shape; the message says what is wrong.</exception>
    public static SkyShape Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, CompositeShape.MaxDepth);

    private static SkyShape Decode(ReadOnlySpan<byte> bytes, int depth)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new FormatException("These bytes are not a shape of version 1.");
        }

        ReadOnlySpan<byte> content = bytes[HeaderLength..];
        try
        {
            return bytes[1] switch
            {
                Circle when Numbers(content) is [var lon, var lat, var radius] => new CircleShape(lon, lat, radius),
                Box when Numbers(content) is [var lon, var lat, var width, var height] => new BoxShape(lon, lat, width, height),
                Box when Numbers(content) is [var lon, var lat, var width, var height, var angle] =>
                    new BoxShape(lon, lat, width, height, angle),
                Polygon => new PolygonShape(Numbers(content)),
                Union => new UnionShape(Parts(content, depth)),
                Intersection => new IntersectionShape(Parts(content, depth)),
                Complement when Parts(content, depth) is [var shape] => new ComplementShape(shape),
                Moc when content.Length % RangeLength == 1 => new MocShape(Ranges(content[1..]), content[0]),
                _ => throw new FormatException("An encoded shape has an unknown kind or a wrong length."),
            };
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"An encoded shape has impossible numbers: {e.Message}", e);
        }
    }

    private static double[] Numbers(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(double) != 0 || bytes.Length > 2 * PolygonShape.MaxVertices * sizeof(double))
        {
            throw new FormatException("An encoded shape has a wrong length.");
        }

        var numbers = new double[bytes.Length / sizeof(double)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
        }

        return numbers;
    }

    private static byte[] Numbers(byte kind, ReadOnlySpan<double> numbers)
    {
        byte[] bytes = Start(kind, numbers.Length * sizeof(double));
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(
                bytes.AsSpan(HeaderLength + i * sizeof(double)), numbers[i]);
        }

        return bytes;
    }

    private static List<SkyShape> Parts(ReadOnlySpan<byte> bytes, int depth)
    {
        if (depth == 0)
        {
            throw new FormatException("An encoded shape has too many levels of shapes within shapes.");
        }

        var parts = new List<SkyShape>();
        while (bytes.Length > 0)
        {
            int length = bytes.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
            if (length < 0 || length > bytes.Length - sizeof(int) || parts.Count == CompositeShape.MaxParts)
            {
                throw new FormatException("An encoded shape has a wrong length.");
            }

            parts.Add(Decode(bytes.Slice(sizeof(int), length), depth - 1));
            bytes = bytes[(sizeof(int) + length)..];
        }

        return parts;
    }

    private static byte[] Parts(byte kind, CompositeShape shape)
    {
        var bytes = new List<byte>([Version, kind]);
        byte[] length = new byte[sizeof(int)];
        foreach (SkyShape part in shape.Parts)
        {
            byte[] encoded = Encode(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, encoded.Length);
            bytes.AddRange(length);
            bytes.AddRange(encoded);
        }

        return [.. bytes];
    }

    private static IndexRange[] Ranges(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MocShape.MaxRanges * RangeLength)
        {
            throw new FormatException("An encoded shape has a wrong length.");
        }

        var ranges = new IndexRange[bytes.Length / RangeLength];
        for (int i = 0; i < ranges.Length; i++)
        {
            ReadOnlySpan<byte> pair = bytes[(i * RangeLength)..];
            ranges[i] = new IndexRange(
                BinaryPrimitives.ReadInt64LittleEndian(pair), BinaryPrimitives.ReadInt64LittleEndian(pair[sizeof(long)..]));
        }

        return ranges;
    }

    private static byte[] Ranges(MocShape moc)
    {
        byte[] bytes = Start(Moc, 1 + moc.Ranges.Count * RangeLength);
        bytes[HeaderLength] = (byte)moc.Order;
        for (int i = 0; i < moc.Ranges.Count; i++)
        {
            Span<byte> pair = bytes.AsSpan(HeaderLength + 1 + i * RangeLength);
            BinaryPrimitives.WriteInt64LittleEndian(pair, moc.Ranges[i].First);
            BinaryPrimitives.WriteInt64LittleEndian(pair[sizeof(long)..], moc.Ranges[i].Last);
        }

        return bytes;
    }

    private static byte[] Start(byte kind, int contentLength)
    {
        byte[] bytes = new byte[HeaderLength + contentLength];
        (bytes[0], bytes[1]) = (Version, kind);
        return bytes;
    }
}
