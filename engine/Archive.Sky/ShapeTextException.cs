namespace Archive.Sky;

/// <summary>A text that should describe a shape doesn't: what is wrong, where, and what to write instead.</summary>
public sealed class ShapeTextException : FormatException
{
    /// <param name="message">What is wrong.</param>
    /// <param name="position">Where, as the offset of a character from 0.</param>
    /// <param name="length">How many characters it concerns; 0 at the end of the text.</param>
    /// <param name="hint">What to write instead.</param>
    public ShapeTextException(string message, int position, int length, string hint)
        : base(message) =>
        (Position, Length, Hint) = (position, length, hint);

    /// <summary>Offset in the text of the first character concerned, from 0.</summary>
    public int Position { get; }

    /// <summary>How many characters are concerned; 0 at the end of the text.</summary>
    public int Length { get; }

    /// <summary>What to write instead.</summary>
    public string Hint { get; }
}
