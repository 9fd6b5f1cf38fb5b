using System.Globalization;
using Archive.Ingest.Mirroring.Remote;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>A range with what the remote counts in it.</summary>
/// <param name="Range">Which rows.</param>
/// <param name="Rows">How many.</param>
/// <param name="Fingerprint">Hash of the aggregates over them; null where there are none.</param>
internal sealed record RangeCount(AxisRange Range, long Rows, string? Fingerprint)
{
    /// <summary>Reads a number that an aggregate gave.</summary>
    /// <exception cref="RemoteRefusalException">It is none.</exception>
    public static long NumberOf(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= long.MaxValue
            ? (long)number : throw new RemoteRefusalException($"The remote's COUNT gave '{text}'.");
}
