namespace Archive.Formats.Values;

/// <summary>How an array is written as text: what opens it, parts its elements and closes it.</summary>
/// <param name="open">Before the first element.</param>
/// <param name="separator">Between two elements.</param>
/// <param name="close">After the last.</param>
/// <param name="nullElement">What stands for a null among the elements; null for the number that marks one.</param>
internal sealed class ListStyle(string open, string separator, string close, string? nullElement = null)
{
    /// <summary>Elements parted by blanks, as VOTable's TABLEDATA has them.</summary>
    public static ListStyle Blanks { get; } = new("", " ", "");

    /// <summary>As JSON has them.</summary>
    public static ListStyle Brackets { get; } = new("[", ",", "]", "null");

    public byte[] Open { get; } = System.Text.Encoding.UTF8.GetBytes(open);

    public byte[] Separator { get; } = System.Text.Encoding.UTF8.GetBytes(separator);

    public byte[] Close { get; } = System.Text.Encoding.UTF8.GetBytes(close);

    /// <summary>What stands for a null among elements whose null is marked by <paramref name="marker"/> where the format has no word for it.</summary>
    public byte[] NullElement(string marker) => System.Text.Encoding.UTF8.GetBytes(nullElement ?? marker);
}
