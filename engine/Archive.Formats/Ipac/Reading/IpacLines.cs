using System.Globalization;
using System.Text;
using Archive.Formats.Reading;

namespace Archive.Formats.Ipac.Reading;

/// <summary>The lines of an IPAC table, one after the other; none of them is longer than a table of thousands of columns needs.</summary>
internal sealed class IpacLines(Stream stream) : IDisposable
{
    private const int LongestLine = 4 << 20;

    private readonly StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
    private char[] line = new char[1 << 12];

    /// <summary>The line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Goes to the next line, which is valid until the one after it is read; false at the end.</summary>
    /// <exception cref="TableReadException">It is too long.</exception>
    public bool TryRead(out ReadOnlySpan<char> text)
    {
        var length = 0;
        int next;
        while ((next = reader.Read()) is not (-1 or '\n'))
        {
            if (length == line.Length)
            {
                if (length == LongestLine) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"Line {Number + 1} is longer than {LongestLine} characters."));
                Array.Resize(ref line, 2 * length);
            }

            line[length++] = (char)next;
        }

        text = line.AsSpan(0, length).TrimEnd('\r');
        if (next == -1 && length == 0) return false;
        Number++;
        return true;
    }

    public void Dispose() => reader.Dispose();
}
