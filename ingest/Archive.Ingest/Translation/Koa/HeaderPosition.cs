using Archive.Ingest.Fits;
using Archive.Sky;
using Archive.Sky.Frames;

namespace Archive.Ingest.Translation.Koa;

/// <summary>Where the telescope pointed, ICRS degrees.</summary>
/// <param name="RightAscensionDegrees">0 up to, but not including, 360.</param>
/// <param name="DeclinationDegrees">-90 to 90.</param>
internal readonly record struct HeaderPosition(double RightAscensionDegrees, double DeclinationDegrees)
{
    private const double EarliestEquinox = 1800, LatestEquinox = 2100;

    /// <summary>FITS 4.0, section 8.3: without a frame, an equinox before this year means FK4, else FK5.</summary>
    private const double FirstFk5Equinox = 1984;

    private static readonly string[] FrameKeywords = ["FRAME", "RADESYS", "RADECSYS"];

    /// <summary>
    /// Reads RA and DEC and brings them from the header's equinox to ICRS. FK5 at J2000 is taken as ICRS: the two differ by 0.03 arcseconds at
    /// most, far less than a telescope's pointing.
    /// </summary>
    /// <returns>Null where the header has no position, or, with an issue, where it can't be read.</returns>
    public static HeaderPosition? Read(RecordDraft draft)
    {
        if (!draft.Header.TryFind("RA", out var ra) || !draft.Header.TryFind("DEC", out var dec)) return null;
        if (!HeaderAngle.TryReadRightAscension(ra, out var raDegrees)) return Unusable(draft, "RA", ra);
        if (!HeaderAngle.TryReadDeclination(dec, out var decDegrees)) return Unusable(draft, "DEC", dec);

        var frame = Frame(draft.Header);
        if (frame == "ICRS") return OfIcrs(raDegrees, decDegrees);
        if (draft.Header.FindNumber("EQUINOX") is not { } equinox || equinox == 0)
        {
            if (frame is not ("FK4" or "FK5")) draft.Report(TranslationIssue.NoEquinox());
            equinox = frame == "FK4" ? 1950 : 2000;
        }

        if (equinox is < EarliestEquinox or > LatestEquinox) return Unusable(draft, "EQUINOX", draft.Header.TryFind("EQUINOX", out var value) ? value : default);
        var isFk4 = frame == "FK4" || (frame is null && equinox < FirstFk5Equinox);
        if (!isFk4 && equinox == 2000) return OfIcrs(raDegrees, decDegrees);
        var direction = UnitVector.FromDegrees(raDegrees, decDegrees);
        var atJ2000 = isFk4 ? Fk4.ToFk5J2000(direction, equinox) : Fk5.ToJ2000(direction, equinox);
        return new HeaderPosition(atJ2000.LonDegrees, atJ2000.LatDegrees);
    }

    /// <summary>The reference frame that the header names, in capitals; null where it names none.</summary>
    private static string? Frame(FitsHeader header)
    {
        foreach (var keyword in FrameKeywords)
        {
            if (header.FindText(keyword) is { } frame) return frame.ToUpperInvariant();
        }

        return null;
    }

    private static HeaderPosition OfIcrs(double raDegrees, double decDegrees) => new(raDegrees == 360 ? 0 : raDegrees, decDegrees);

    private static HeaderPosition? Unusable(RecordDraft draft, string keyword, HeaderValue value)
    {
        draft.Report(TranslationIssue.UnusablePosition(keyword, value.Text));
        return null;
    }
}
