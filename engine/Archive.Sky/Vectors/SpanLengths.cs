namespace Archive.Sky.Vectors;

/// <summary>The check every batch call makes of its arguments.</summary>
internal static class SpanLengths
{
    public static void RequireEqual(params ReadOnlySpan<int> lengths)
    {
        foreach (int length in lengths)
        {
            if (length != lengths[0])
            {
                throw new ArgumentException("The coordinate spans and the result span must have the same length.");
            }
        }
    }
}
