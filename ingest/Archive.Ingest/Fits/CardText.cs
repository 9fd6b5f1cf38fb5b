using System.Buffers;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>From card bytes to characters.</summary>
internal static class CardText
{
    private static readonly SearchValues<byte> s_printable = SearchValues.Create([.. Enumerable.Range(32, 95).Select(b => (byte)b)]);

    /// <summary>The text of each byte: many of a header's values are but T, F or a digit.</summary>
    private static readonly string[] s_ofOneByte = [.. Enumerable.Range(0, 256).Select(b => char.IsControl((char)b) ? "?" : ((char)b).ToString())];

    /// <summary>True when a byte lies outside 32 to 126, the characters that a header may hold (FITS 4.0, section 4.1.1).</summary>
    public static bool HasForbiddenByte(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExcept(s_printable);

    /// <summary>The same of eight bytes at once.</summary>
    public static bool HasForbiddenByte(ulong bytes)
    {
        const ulong Each = 0x0101_0101_0101_0101;
        return ((bytes | (bytes - (32 * Each)) | (bytes + Each)) & (128 * Each)) != 0;
    }

    /// <summary>The bytes as Latin-1 text, each control character (below 32, and 127 to 159) replaced by '?'.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 1)
        {
            return bytes.IsEmpty ? "" : s_ofOneByte[bytes[0]];
        }

        string text = Encoding.Latin1.GetString(bytes);
        return HasForbiddenByte(bytes)
            ? string.Create(text.Length, text, static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? '?' : source[i];
                }
            })
            : text;
    }
}
