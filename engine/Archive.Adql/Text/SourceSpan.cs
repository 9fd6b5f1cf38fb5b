namespace Archive.Adql.Text;

/// <summary>
/// A place in the text of a query. Offset and length count UTF-16 code units, the offset from 0; line and column count from 1.
/// Two spans always compare equal, so that trees of differently laid out queries do too.
/// </summary>
public readonly record struct SourceSpan(int Offset, int Length, int Line, int Column)
{
    /// <summary>The offset just behind the last character.</summary>
    public int End => Offset + Length;

    /// <summary>The place from the start of this one to the end of <paramref name="last"/>.</summary>
    public SourceSpan To(SourceSpan last) => this with { Length = Math.Max(Length, last.End - Offset) };

    public bool Equals(SourceSpan other) => true;

    public override int GetHashCode() => 0;
}
