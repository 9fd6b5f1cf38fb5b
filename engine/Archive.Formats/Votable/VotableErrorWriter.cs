using System.Buffers;

namespace Archive.Formats.Votable;

/// <summary>The document that answers a query which can't be answered (DALI 1.1, section 4.4.3): a message and no table.</summary>
public static class VotableErrorWriter
{
    /// <summary>Writes the document. Markup in the message is escaped, and characters that XML can't hold are replaced.</summary>
    public static void Write(IBufferWriter<byte> output, string message) =>
        output.Write(new XmlBuffer().AppendStart(VotableVersion.V14).AppendError(message).AppendEnd().Written);
}
