using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation.Headers;

/// <summary>Brings an instant from the time scale that TIMESYS names to UTC (FITS 4.0, section 9.2.1, table 30).</summary>
internal static class TimeScale
{
    private const double MicrosecondsFromTerrestrialToTai = -32.184e6, MicrosecondsFromGpsToTai = 19e6;

    /// <summary>Rates of IAU resolutions 2000 B1.9 and 2006 B3, by which the scales of geocentre and barycentre run ahead of the Earth's, since 1977.</summary>
    private const double GeocentricRate = 6.969290134e-10, BarycentricRate = 1.550519768e-8;

    private const double MicrosecondOf1977 = (43_144.0003725 - 40_587) * ObservationTime.MicrosecondsPerDay;

    /// <summary>
    /// The instant in UTC; null where the scale is none that is known, LOCAL among them. UT1 counts as UTC, from which it is never a second away, and TDB as TT, to
    /// 2 ms. Before 1972 UTC is taken as 10 s behind TAI.
    /// </summary>
    /// <param name="time">The instant, as the header has it.</param>
    /// <param name="scale">TIMESYS; what it says in parentheses, of who realised the scale, doesn't count.</param>
    public static ObservationTime? ToUtc(ObservationTime time, string scale)
    {
        var microseconds = time.MicrosecondsSinceEpoch;
        var since1977 = microseconds - MicrosecondOf1977;
        switch (scale.Split('(')[0].Trim().ToUpperInvariant())
        {
            case "UTC" or "UT" or "UT1" or "GMT":
                return time;
            case "TAI" or "IAT":
                return FromTai(0);
            case "TT" or "TDT" or "ET" or "TDB":
                return FromTai(MicrosecondsFromTerrestrialToTai);
            case "TCG":
                return FromTai(MicrosecondsFromTerrestrialToTai - (since1977 * GeocentricRate));
            case "TCB":
                return FromTai(MicrosecondsFromTerrestrialToTai - (since1977 * BarycentricRate));
            case "GPS":
                return FromTai(MicrosecondsFromGpsToTai);
            default:
                return null;
        }

        ObservationTime FromTai(double offset) => LeapSeconds.FromTai(microseconds + (long)Math.Round(offset));
    }
}
