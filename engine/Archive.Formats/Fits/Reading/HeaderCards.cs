using System.Globalization;
using System.Text;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>The keywords of one header and their values (FITS 4.0, section 4). Of a keyword that comes twice, the first counts.</summary>
internal sealed class HeaderCards
{
    public const int BlockLength = 2880;

    private const int CardLength = 80;
    private const int KeywordLength = 8;
    private const int MaximumBlocks = 4_000;
    private const string ValueIndicator = "= ";
    private const string Continue = "CONTINUE";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private string? continued;

    /// <summary>What the first card is: SIMPLE, or XTENSION.</summary>
    public string First { get; private set; } = "";

    /// <summary>Reads a header to the end of its last block; null where the file is over, or what follows is no header.</summary>
    /// <exception cref="TableReadException">The file ends in it, or it doesn't end.</exception>
    public static HeaderCards? Read(BinaryCells bytes)
    {
        if (bytes.IsAtEnd) return null;
        var header = new HeaderCards();
        for (var block = 0; block < MaximumBlocks; block++)
        {
            try
            {
                if (header.AddBlock(bytes.Take(BlockLength))) return header;
            }
            catch (CellException)
            {
                // What is behind the last HDU is nobody's (FITS 4.0, section 3.5).
                return header.First is "SIMPLE" or "XTENSION" ? throw new TableReadException("The FITS file ends within a header: there is no END, or the block isn't filled up.") : null;
            }

            if (header.First is not ("SIMPLE" or "XTENSION")) return null;
        }

        throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"A header of the FITS file has no END within {MaximumBlocks} blocks."));
    }

    /// <summary>The value as text, without quotes and without blanks at its end; null where there is none.</summary>
    public string? Text(string keyword) => values.TryGetValue(keyword, out var value) && value.Length > 0 ? value : null;

    public string? Text(string stem, int number) => Text(string.Create(CultureInfo.InvariantCulture, $"{stem}{number}"));

    public bool IsTrue(string keyword) => Text(keyword) == "T";

    /// <exception cref="TableReadException">It is no whole number, or is negative.</exception>
    public long Count(string keyword, long? missing = null) => Text(keyword) is not { } text
        ? missing ?? throw new TableReadException($"The header of the FITS table has no {keyword}.")
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new TableReadException($"{keyword} of the FITS table is '{text}', where it takes a whole number, 0 or more.");

    /// <exception cref="TableReadException">It is no number.</exception>
    public double Number(string stem, int column, double missing) => Text(stem, column) is not { } text ? missing
        : double.TryParse(text.Replace('D', 'E'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"{stem}{column} of the FITS table is '{text}', which is no number."));

    /// <summary>Adds the cards of a block; true where END is one of them.</summary>
    private bool AddBlock(ReadOnlySpan<byte> block)
    {
        for (var start = 0; start < BlockLength; start += CardLength)
        {
            var card = Encoding.Latin1.GetString(block.Slice(start, CardLength));
            var keyword = card[..KeywordLength].TrimEnd();
            if (First.Length == 0) First = keyword;
            if (keyword == "END") return true;
            Add(keyword, card[KeywordLength..]);
        }

        return false;
    }

    private void Add(string keyword, string rest)
    {
        if (keyword == Continue && continued is not null)
        {
            if (values[continued] is [.. var before, '&'] && ValueOf(rest) is var more) values[continued] = before + more;
            return;
        }

        continued = null;
        if (keyword.Length == 0 || !rest.StartsWith(ValueIndicator, StringComparison.Ordinal)) return;
        var value = ValueOf(rest[ValueIndicator.Length..]);
        if (values.TryAdd(keyword, value) && value.EndsWith('&')) continued = keyword;
    }

    private static string ValueOf(string field)
    {
        var text = field.TrimStart(' ');
        if (!text.StartsWith('\'')) return text.Split('/', 2)[0].Trim();
        var value = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\'' && (++i == text.Length || text[i] != '\'')) break;
            value.Append(text[i]);
        }

        return value.ToString().TrimEnd(' ');
    }
}
