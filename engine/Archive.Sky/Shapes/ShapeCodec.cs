using System.Buffers.Binary;

namespace Archive.Sky.Shapes;

/// <summary>
/// Shapes as bytes, so that one can travel as a single literal. Version 1: a version byte, a byte for the kind (1 circle,
/// 2 box, 3 polygon), then the kind's numbers as little-endian doubles in degrees. A circle has longitude, latitude, radius;
/// a box longitude, latitude, width, height and, where it is turned, position angle; a polygon longitude and latitude of each vertex. The length of the bytes
/// tells the count.
/// </summary>
internal static class ShapeCodec
{
    private const byte Version = 1;
    private const byte Circle = 1;
    private const byte Box = 2;
    private const byte Polygon = 3;
    private const int HeaderLength = 2;

    public static byte[] Encode(SkyShape shape) => shape switch
    {
        CircleShape c => Write(Circle, [c.LonDegrees, c.LatDegrees, c.RadiusDegrees]),
        BoxShape { PositionAngleDegrees: not 0 } b => Write(
            Box, [b.LonDegrees, b.LatDegrees, b.WidthDegrees, b.HeightDegrees, b.PositionAngleDegrees]),
        BoxShape b => Write(Box, [b.LonDegrees, b.LatDegrees, b.WidthDegrees, b.HeightDegrees]),
        PolygonShape p => Write(Polygon, p.LonLatDegrees),
        _ => throw new ArgumentException($"No encoding is known for {shape.GetType().Name}."),
    };

    /// <exception cref="FormatException">The bytes are not an encoded shape; the message says what is wrong.</exception>
    public static SkyShape Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new FormatException("These bytes are not a shape of version 1.");
        }

        double[] numbers = Numbers(bytes[HeaderLength..]);
        try
        {
            return (bytes[1], numbers) switch
            {
                (Circle, [var lon, var lat, var radius]) => new CircleShape(lon, lat, radius),
                (Box, [var lon, var lat, var width, var height]) => new BoxShape(lon, lat, width, height),
                (Box, [var lon, var lat, var width, var height, var angle]) => new BoxShape(lon, lat, width, height, angle),
                (Polygon, _) => new PolygonShape(numbers),
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

    private static byte[] Write(byte kind, ReadOnlySpan<double> numbers)
    {
        byte[] bytes = new byte[HeaderLength + numbers.Length * sizeof(double)];
        bytes[0] = Version;
        bytes[1] = kind;
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(
                bytes.AsSpan(HeaderLength + i * sizeof(double)), numbers[i]);
        }

        return bytes;
    }
}
