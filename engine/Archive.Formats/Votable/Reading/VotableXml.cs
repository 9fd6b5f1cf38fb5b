using System.Globalization;
using System.Text;
using System.Xml;
using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>
/// Walks a document forwards, element by element. Names are compared without their namespace: VOTable has had several, and documents without any are about.
/// No DTD is read, and no element is nested deeper than it may be, wherever it is.
/// </summary>
internal sealed class VotableXml(Stream stream, int maximumDepth) : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly StringBuilder text = new();

    public XmlReader Reader { get; } = XmlReader.Create(stream, Settings);

    public bool IsElement => Reader.NodeType == XmlNodeType.Element;

    public string Name => Reader.LocalName;

    public string? Attribute(string name) => Reader.GetAttribute(name);

    public bool Is(string name) => IsElement && Reader.LocalName == name;

    /// <summary>Goes to the next node; false at the document's end.</summary>
    public bool Read()
    {
        var isThere = Reader.Read();
        if (Reader.Depth > maximumDepth) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The VOTable's elements are nested deeper than {maximumDepth}."));
        return isThere;
    }

    /// <summary>Goes to the next child element of the one at <paramref name="depth"/>, over all else; false at its end, on which the reader then is.</summary>
    public bool ToChild(int depth)
    {
        while (Read())
        {
            if (Reader.Depth <= depth) return false;
            if (IsElement && Reader.Depth == depth + 1) return true;
        }

        return false;
    }

    /// <summary>Leaves out what is in the element that the reader is on.</summary>
    public void Skip()
    {
        if (Reader.IsEmptyElement) return;
        var depth = Reader.Depth;
        while (Read() && Reader.Depth > depth)
        {
        }
    }

    /// <summary>The text of the element that the reader is on, with its blanks; the reader is then on its end.</summary>
    /// <exception cref="TableReadException">There are elements in it.</exception>
    public string Text()
    {
        if (Reader.IsEmptyElement) return "";
        var (name, depth) = (Reader.LocalName, Reader.Depth);
        var first = "";
        text.Clear();
        while (Read() && Reader.Depth > depth)
        {
            if (IsElement) throw new TableReadException($"{Place}: there is an element {Reader.LocalName} where {name} has text.");
            // Nearly always there is one piece.
            if (first.Length == 0) first = Reader.Value;
            else text.Append(Reader.Value);
        }

        return text.Length == 0 ? first : first + text;
    }

    /// <summary>Where the reader is, for messages.</summary>
    public string Place => Reader is IXmlLineInfo line ? string.Create(CultureInfo.InvariantCulture, $"Line {line.LineNumber} of the VOTable") : "The VOTable";

    public void Dispose() => Reader.Dispose();
}
