using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation.Headers;

/// <summary>Brings an instant from the time scale that TIMESYS names to UTC (FITS 4.0, section 9.2.1, table 30).</summary>
internal static class TimeScale
{
    private const double MicrosecondsPerDay = 86_400e6;
    private const double TerrestrialBeforeTai = -32.184e6;

    /// <summary>Rates of IAU resolutions 2000 B1.9 and 2006 B3, by which the scales of geocentre and barycentre run ahead of the Earth's, since 1977.</summary>
    private const double GeocentricRate = 6.969290134e-10, BarycentricRate = 1.550519768e-8;

    private const double Year1977 = 43_144.0003725 - 40_587;

    /// <summary>
    /// The instant in UTC; null where the scale is none that is known, LOCAL among them. UT1 counts as UTC, from which it is never a second away, and TDB as TT, to
    /// 2 ms. Before 1972 UTC is taken as 10 s behind TAI.
    /// </summary>
    /// <param name="time">The instant, as the header has it.</param>
    /// <param name="scale">TIMESYS; what it says in parentheses, of who realised the scale, doesn't count.</param>
    public static ObservationTime? ToUtc(ObservationTime time, string scale)
    {
        var days = (time.MicrosecondsSinceEpoch / MicrosecondsPerDay) - Year1977;
        double? toTai = scale.Split('(')[0].Trim().ToUpperInvariant() switch
        {
            "UTC" or "UT" or "UT1" or "GMT" => null,
            "TAI" or "IAT" => 0,
            "TT" or "TDT" or "ET" or "TDB" => TerrestrialBeforeTai,
            "TCG" => TerrestrialBeforeTai - (days * GeocentricRate * MicrosecondsPerDay),
            "TCB" => TerrestrialBeforeTai - (days * BarycentricRate * MicrosecondsPerDay),
            "GPS" => 19e6,
            _ => double.NaN,
        };
        return toTai is not { } offset ? time : double.IsNaN(offset) ? null : LeapSeconds.FromTai(time.MicrosecondsSinceEpoch + (long)Math.Round(offset));
    }
}
