using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class ShapeCodecTests
{
    public static TheoryData<string> Kinds => BatchTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shapes_come_back(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        byte[] bytes = shape.Encode();
        SkyShape back = SkyShape.Decode(bytes);
        Assert.Equal(shape.GetType(), back.GetType());
        Assert.Equal(bytes, back.Encode());
        var sky = new RandomSky(1);
        for (int i = 0; i < 200; i++)
        {
            UnitVector p = sky.Near(shape.BoundingCircle.Centre, Math.Min(180, 2 * shape.BoundingCircle.RadiusDegrees));
            Assert.Equal(shape.Contains(p), back.Contains(p));
        }
    }

    [Fact]
    public void The_layout_is_fixed() => Assert.Equal(
        "0101" + "0000000000000840" + "00000000000000C0" + "000000000000F03F",
        Convert.ToHexString(new CircleShape(3, -2, 1).Encode()));

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0101")]
    [InlineData("0201" + "0000000000000840" + "00000000000000C0" + "000000000000F03F")]
    [InlineData("0109" + "0000000000000840" + "00000000000000C0" + "000000000000F03F")]
    [InlineData("0101" + "0000000000000840" + "00000000000000C0" + "000000000000F0")]
    [InlineData("0101" + "0000000000000840" + "00000000000000C0")]
    [InlineData("0101" + "000000000000F87F" + "00000000000000C0" + "000000000000F03F")]
    [InlineData("0101" + "0000000000000840" + "00000000000000C0" + "00000000000000C0")]
    [InlineData("0103" + "0000000000000840" + "00000000000000C0" + "000000000000F03F")]
    [InlineData("0103" + "0000000000000840" + "00000000000000C0" + "0000000000000840" + "00000000000000C0")]
    public void Other_bytes_are_refused(string hex) =>
        Assert.Throws<FormatException>(() => SkyShape.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void Too_long_an_input_is_refused_unread() =>
        Assert.Throws<FormatException>(() => SkyShape.Decode([1, 3, .. new byte[16 * (PolygonShape.MaxVertices + 1)]]));

    [Fact]
    public void Any_bytes_give_a_shape_or_a_FormatException()
    {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[2 + 8 * random.Next(9)];
            random.NextBytes(bytes);
            (bytes[0], bytes[1]) = (1, (byte)random.Next(5));
            for (int k = 2; k < bytes.Length; k += 8)
            {
                // Exponents near 1 make most numbers plausible angles.
                (bytes[k + 7], bytes[k + 6]) = (0x40, (byte)(bytes[k + 6] & 0x7F));
            }

            try
            {
                Assert.False(SkyShape.Decode(bytes).Contains(double.NaN, 0));
            }
            catch (FormatException)
            {
                continue;
            }
        }
    }
}
