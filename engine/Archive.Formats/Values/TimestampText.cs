namespace Archive.Formats.Values;

/// <summary>
/// An instant, in microseconds since 1970-01-01 UTC, as DALI 1.1, section 3.3.3 writes it: <c>YYYY-MM-DDThh:mm:ss</c>, with three
/// or six decimals where the fraction needs them, without a <c>Z</c>. Years outside 0 to 9999 and the infinite ones as in <see cref="DateText"/>.
/// </summary>
internal readonly struct TimestampText : IValueText<long>
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>DuckDB's timestamps have years of up to six digits.</summary>
    public static int MaximumLength => 29;

    public static int Write(long value, Span<byte> destination)
    {
        if (value == long.MaxValue) return DateText.WriteInfinity("infinity"u8, destination);
        if (value == -long.MaxValue) return DateText.WriteInfinity("-infinity"u8, destination);
        var day = value / MicrosecondsPerDay;
        var ofDay = value - (day * MicrosecondsPerDay);
        if (ofDay < 0)
        {
            day--;
            ofDay += MicrosecondsPerDay;
        }

        var seconds = (uint)(ofDay / 1_000_000);
        var microseconds = (uint)(ofDay - (seconds * 1_000_000L));
        var position = DateText.WriteDay((int)day, destination);
        var time = destination[position..];
        time[0] = (byte)'T';
        Digits.WriteTwo(seconds / 3600, time[1..]);
        time[3] = (byte)':';
        Digits.WriteTwo(seconds / 60 % 60, time[4..]);
        time[6] = (byte)':';
        Digits.WriteTwo(seconds % 60, time[7..]);
        if (microseconds == 0) return position + 9;
        time[9] = (byte)'.';
        Digits.WriteSix(microseconds, time[10..]);
        return position + (microseconds % 1000 == 0 ? 13 : 16);
    }
}
