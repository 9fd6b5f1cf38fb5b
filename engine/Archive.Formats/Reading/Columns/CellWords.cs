namespace Archive.Formats.Reading.Columns;

/// <summary>The words of a cell, which blanks part.</summary>
internal static class CellWords
{
    public static Enumerator In(ReadOnlySpan<char> text) => new(text);

    public ref struct Enumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int end;

        public Range Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            var start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
            end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            Current = start..end;
            return end > start;
        }
    }
}
