namespace Archive.Catalogue.Units;

/// <summary>A text is no unit. The message is a sentence.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="offset">Where in the text, from 0.</param>
public sealed class UnitSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
