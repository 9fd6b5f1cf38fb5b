namespace Archive.Sky.Healpix;

/// <summary>Lets the bits of two numbers take turns, and parts them again.</summary>
internal static class MortonCode
{
    /// <summary>Bit i of the value goes to bit 2i.</summary>
    public static ulong Spread(uint value)
    {
        ulong v = value;
        v = (v | (v << 16)) & 0x0000FFFF0000FFFF;
        v = (v | (v << 8)) & 0x00FF00FF00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F0F0F0F0F;
        v = (v | (v << 2)) & 0x3333333333333333;
        return (v | (v << 1)) & 0x5555555555555555;
    }

    /// <summary>Bit 2i of the value goes to bit i; odd bits are dropped.</summary>
    public static uint EvenBits(ulong value)
    {
        ulong v = value & 0x5555555555555555;
        v = (v | (v >> 1)) & 0x3333333333333333;
        v = (v | (v >> 2)) & 0x0F0F0F0F0F0F0F0F;
        v = (v | (v >> 4)) & 0x00FF00FF00FF00FF;
        v = (v | (v >> 8)) & 0x0000FFFF0000FFFF;
        return (uint)(v | (v >> 16));
    }
}
