using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>The parts of an XML document that don't depend on its rows, as UTF-8.</summary>
internal sealed class XmlBuffer : ByteBuffer
{
    /// <summary>Appends <paramref name="markup"/> as it is.</summary>
    public XmlBuffer Markup(ReadOnlySpan<byte> markup)
    {
        Append(markup);
        return this;
    }

    /// <summary>Appends an attribute with a blank before it; nothing if its value is null.</summary>
    public XmlBuffer Attribute(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return this;
        Append((byte)' ');
        Append(name);
        Append("=\""u8);
        XmlText.Attribute.Append(value, this);
        Append((byte)'"');
        return this;
    }

    /// <summary>Appends text between tags.</summary>
    public XmlBuffer Text(string text)
    {
        XmlText.Content.Append(text, this);
        return this;
    }
}
