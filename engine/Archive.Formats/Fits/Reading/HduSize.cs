using Archive.Formats.Reading;

namespace Archive.Formats.Fits.Reading;

/// <summary>How many bytes of data follow a header (FITS 4.0, sections 4.4.1.1 and 6.2).</summary>
internal static class HduSize
{
    private const int MaximumAxes = 999;

    /// <summary>Bytes to the next header, blocks filled up.</summary>
    /// <exception cref="TableReadException">The header doesn't say, or says too much.</exception>
    public static long Of(HeaderCards header)
    {
        try
        {
            var axes = header.Count("NAXIS");
            if (axes > MaximumAxes) throw new TableReadException($"NAXIS of the FITS file is {axes}, where it is at most {MaximumAxes}.");
            var bits = long.Parse(header.Text("BITPIX")?.TrimStart('-') ?? "", System.Globalization.CultureInfo.InvariantCulture);
            var isGrouped = axes > 0 && header.IsTrue("GROUPS") && header.Count("NAXIS1") == 0;
            var elements = axes == 0 ? 0L : 1L;
            for (var axis = isGrouped ? 2 : 1; axis <= axes; axis++) elements = checked(elements * header.Count(FormattableString.Invariant($"NAXIS{axis}")));
            var length = checked(bits / 8 * header.Count("GCOUNT", 1) * (header.Count("PCOUNT", 0) + elements));
            return checked(length + FitsHeader.PaddingAfter(length));
        }
        catch (Exception error) when (error is OverflowException or FormatException)
        {
            throw new TableReadException("A header of the FITS file doesn't say how much data follows: BITPIX, NAXISn, PCOUNT and GCOUNT are missing or too large.", error);
        }
    }
}
