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

    /// <summary>The observatory's own keyword, FITS's, and FITS's former one.</summary>
    private static readonly string[] FrameKeywords = ["FRAME", "RADESYS", "RADECSYS"];

    /// <summary>
    /// Reads RA and DEC and brings them from the header's frame and equinox to ICRS (FITS 4.0, section 8.3). FK5 at J2000 is taken as ICRS: the two differ by 0.03 arcseconds
    /// at most, far less than a telescope's pointing.
    /// </summary>
    /// <returns>Null where the header has no position, or, with an issue, where it can't be read.</returns>
    public static HeaderPosition? Read(RecordDraft draft, string raKeyword = "RA", string decKeyword = "DEC")
    {
        if (!draft.Header.TryFind(raKeyword, out var ra) || !draft.Header.TryFind(decKeyword, out var dec)) return null;
        if (!HeaderAngle.TryReadRightAscension(ra, out var raDegrees)) return Unusable(draft, raKeyword, ra);
        if (!HeaderAngle.TryReadDeclination(dec, out var decDegrees)) return Unusable(draft, decKeyword, dec);

        var frame = Frame(draft);
        if (frame == "ICRS") return OfIcrs(raDegrees, decDegrees);
        var isFk4 = frame is "FK4" or "FK4-NO-E";
        var equinoxKeyword = EquinoxKeyword(draft.Header);
        if (draft.Header.FindNumber(equinoxKeyword) is not { } equinox || equinox == 0)
        {
            if (frame is null) draft.Report(TranslationIssue.NoEquinox());
            equinox = isFk4 ? 1950 : 2000;
        }

        if (equinox is < EarliestEquinox or > LatestEquinox)
            return Unusable(draft, equinoxKeyword, draft.Header.TryFind(equinoxKeyword, out var value) ? value : default);
        isFk4 |= frame is null && equinox < FirstFk5Equinox;
        if (!isFk4 && equinox == 2000) return OfIcrs(raDegrees, decDegrees);
        var direction = UnitVector.FromDegrees(raDegrees, decDegrees);
        var atJ2000 = isFk4 ? Fk4.ToFk5J2000(direction, equinox, hasEterms: frame != "FK4-NO-E") : Fk5.ToJ2000(direction, equinox);
        return new HeaderPosition(atJ2000.LonDegrees, atJ2000.LatDegrees);
    }

    /// <summary>The frame that the header names: ICRS, FK5, FK4 or FK4-NO-E; null where it names none, or, with an issue, none of these.</summary>
    private static string? Frame(RecordDraft draft)
    {
        foreach (var keyword in FrameKeywords)
        {
            if (draft.Header.FindText(keyword) is not { } text) continue;
            var frame = text.ToUpperInvariant();
            if (frame is "ICRS" or "FK5" or "FK4" or "FK4-NO-E") return frame;
            draft.Report(TranslationIssue.UnknownFrame(keyword, text));
            return null;
        }

        return null;
    }

    /// <summary>EPOCH is EQUINOX's former name, and counts where the header doesn't have the new one.</summary>
    private static string EquinoxKeyword(FitsHeader header) => !header.TryFind("EQUINOX", out _) && header.TryFind("EPOCH", out _) ? "EPOCH" : "EQUINOX";

    private static HeaderPosition OfIcrs(double raDegrees, double decDegrees) => new(raDegrees == 360 ? 0 : raDegrees, decDegrees);

    private static HeaderPosition? Unusable(RecordDraft draft, string keyword, HeaderValue value)
    {
        draft.Report(TranslationIssue.UnusablePosition(keyword, value.Text));
        return null;
    }
}
