namespace Archive.Formats.Reading.Columns;

/// <summary>A cell that can't be read; whoever knows row and column adds them to the message.</summary>
internal sealed class CellException(string message) : Exception(message)
{
    private const int LongestShown = 40;

    /// <summary>The text isn't what is expected.</summary>
    public static CellException NotA(string expected, ReadOnlySpan<char> text) =>
        new($"'{(text.Length <= LongestShown ? text : string.Concat(text[..LongestShown], "..."))}' is not {expected}.");

    public static CellException WrongCount(long found, long expected) =>
        new(FormattableString.Invariant($"it has {found} elements where the column's arraysize says {expected}."));
}
