using System.Globalization;

namespace Archive.Sky.Stcs;

/// <summary>The words, numbers and brackets of an STC-S text one after another; blanks and commas part them.</summary>
internal sealed class StcsTokens
{
    private readonly string _text;

    public StcsTokens(string text)
    {
        _text = text;
        MoveNext();
    }

    /// <summary>Offset of the current token; the length of the text at its end.</summary>
    public int Start { get; private set; }

    /// <summary>Length of the current token; 0 at the end.</summary>
    public int Length { get; private set; }

    /// <summary>Where the token before the current one ended.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>Whether there is none left.</summary>
    public bool AtEnd => Length == 0;

    /// <summary>The current token.</summary>
    public ReadOnlySpan<char> Current => _text.AsSpan(Start, Length);

    public bool Is(string word) => Current.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the current token if it is this word.</summary>
    public bool Take(string word)
    {
        bool taken = Is(word);
        if (taken)
        {
            MoveNext();
        }

        return taken;
    }

    /// <summary>Takes the current token if it is a number.</summary>
    public bool TakeNumber(out double number)
    {
        bool taken = double.TryParse(Current, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && (char.IsAsciiDigit(Current[^1]) || Current[^1] == '.');
        if (taken)
        {
            MoveNext();
        }

        return taken;
    }

    public void MoveNext()
    {
        PreviousEnd = Start + Length;
        Start = PreviousEnd;
        while (Start < _text.Length && IsSeparator(_text[Start]))
        {
            Start++;
        }

        int end = Start;
        while (end < _text.Length && !IsSeparator(_text[end]) && !IsBracket(_text[end]))
        {
            end++;
        }

        Length = end == Start && end < _text.Length ? 1 : end - Start;
    }

    /// <summary>An error about the current token.</summary>
    public ShapeTextException Wrong(string message, string hint) => new(message, Start, Length, hint);

    /// <summary>The current token as it is shown in a message: shortened where it is long.</summary>
    public string Shown() => AtEnd ? "the end of the text" : $"'{(Length > 30 ? $"{Current[..30]}…" : Current)}'";

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character) || character == ',';

    private static bool IsBracket(char character) => character is '(' or ')';
}
