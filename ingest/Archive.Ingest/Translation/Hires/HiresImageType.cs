using Archive.Ingest.Fits;

namespace Archive.Ingest.Translation.Hires;

/// <summary>
/// KOA's classification of HIRES frames (<c>koaimtyp</c>), from the state of shutter, lamps, mirror, hatch and decker. The iodine cell has no part in it.
/// </summary>
internal static class HiresImageType
{
    private const string Undefined = "undefined";

    /// <summary>A hollow cathode lamp that carries at least this current is lit.</summary>
    private const double LitCathodeCurrent = 5.0;

    /// <summary>The decker whose hole is so small that a flat becomes a trace and an arc a focus frame.</summary>
    private const string PinholeDecker = "D5";

    public static string Classify(FitsHeader header)
    {
        if (header.FindLogical("AUTOSHUT") is not { } shutterOpens || header.FindText("LAMPNAME") is not { } lamp
            || header.FindLogical("LMIRRIN") is not { } mirrorIn || header.FindLogical("DARKCLOS") is not { } darkSlideClosed
            || header.FindNumber("TTIME") is not { } exposureSeconds) return Undefined;

        // Some quartz lamps have no name.
        if (lamp == Undefined && (header.FindLogical("LAMPQTZ1") == true || header.FindLogical("LAMPQTZ2") == true)) lamp = "quartz";

        var unexposed = exposureSeconds == 0 ? "bias" : "dark";
        if (!shutterOpens) return lamp != "none" && (mirrorIn || !darkSlideClosed) ? unexposed + "_lamp_on" : unexposed;

        if (header.FindText("DECKNAME") is not { } decker || header.FindNumber("CATCUR1") is not { } cathode1Current
            || header.FindNumber("CATCUR2") is not { } cathode2Current || header.FindLogical("HATCLOS") is not { } hatchClosed) return Undefined;

        if (lamp.Contains("quartz", StringComparison.Ordinal))
        {
            return mirrorIn ? (decker == PinholeDecker ? "trace" : "flatlamp") : LampBesideTheBeam(hatchClosed);
        }

        if (lamp.Contains("ThAr", StringComparison.Ordinal))
        {
            if (header.FindLogical("XCOVCLOS") == true && header.FindLogical("ECOVCLOS") == true) return Undefined;
            if (!mirrorIn) return LampBesideTheBeam(hatchClosed);
            if ((lamp == "ThAr2" ? cathode2Current : cathode1Current) < LitCathodeCurrent) return Undefined;
            return decker == PinholeDecker ? "focus" : "arclamp";
        }

        if (lamp.Contains(Undefined, StringComparison.Ordinal)) return Undefined;
        if (hatchClosed) return unexposed;
        return exposureSeconds == 0 ? "bias" : "object";
    }

    /// <summary>A lamp burns but the mirror doesn't send its light to the slit.</summary>
    private static string LampBesideTheBeam(bool hatchClosed) => hatchClosed ? Undefined : "object_lamp_on";
}
