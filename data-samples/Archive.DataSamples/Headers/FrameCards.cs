using System.Globalization;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Telescope;

namespace Archive.DataSamples.Headers;

/// <summary>The values of a header that differ from frame to frame: each method is one group of keywords. All that the derived columns need is among them.</summary>
internal static class FrameCards
{
    /// <summary>What the telescope's clock is ahead of the shutter, days: two seconds, as in real HIRES headers.</summary>
    private const double MjdLagDays = 2.0 / 86400;

    public static void Supply(Frame frame, ICardSink cards)
    {
        Time(frame, cards);
        Pointing(frame, cards);
        Exposure(frame, cards);
        Calibration(frame, cards);
        People(frame, cards);
        Quality(frame, cards);
    }

    private static void Time(Frame frame, ICardSink cards)
    {
        var date = frame.Night.UtDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var begin = Sexagesimal.TimeOfDay(frame.SecondOfDay, frame.Hundredths);
        var end = Sexagesimal.TimeOfDay(frame.SecondOfDay + frame.ExposureSeconds, frame.Hundredths);
        cards.Text("DATE-OBS", date);
        cards.Text(frame.Night.IsMosaic ? "UTC" : "UT", begin);
        cards.Text(frame.Night.IsMosaic ? "UTC-END" : "UT-END", end);
        cards.Text("DATE", $"{date}T{end.AsSpan(0, 8)}");
        cards.Text("MJD", Fixed(KeckSite.ModifiedJulianDate(frame.Night.UtDate, frame.SecondOfDay + (frame.Hundredths / 100.0)) + MjdLagDays, "0.000000"));
        cards.Text("WXTIME", begin);
        if (!frame.Night.IsMosaic) return;
        cards.Text("DATE-END", date);
        cards.Text("DATE_BEG", $"{date}T{begin.AsSpan(0, 8)}");
        cards.Text("DATE_END", $"{date}T{end.AsSpan(0, 8)}");
    }

    private static void Pointing(Frame frame, ICardSink cards)
    {
        var sidereal = KeckSite.SiderealDegrees(KeckSite.ModifiedJulianDate(frame.Night.UtDate, frame.SecondOfDay));
        cards.Text("ST", Sexagesimal.Hours(sidereal));
        cards.Text("DOMESTAT", frame.Kind == FrameKind.Object ? "tracking" : "halted");
        if (frame.Position is not { } position) return;
        var horizon = KeckSite.Locate(position.RaDegrees, position.DecDegrees, sidereal);
        if (position.ElevationDegrees is { } elevation) horizon = horizon with { ElevationDegrees = elevation };
        cards.Text("RA", position.IsExact ? Fixed(position.RaDegrees, "0.#######") : Sexagesimal.Hours(position.RaDegrees));
        cards.Text("DEC", position.IsExact ? Fixed(position.DecDegrees, "+0.#######;-0.#######") : Sexagesimal.Degrees(position.DecDegrees));
        if (position.HasEquinox) cards.Text("EQUINOX", "2000.0");
        cards.Text("FRAME", "FK5");
        cards.Text("HA", "+" + Sexagesimal.Hours(KeckSite.Wrap(horizon.HourAngleDegrees)));
        cards.Text("AZ", Fixed(horizon.AzimuthDegrees, "0.00"));
        cards.Text("EL", Fixed(horizon.ElevationDegrees, "0.00"));
        cards.Text("AIRMASS", Fixed(horizon.AirMass, "0.00"));
        cards.Text("PARANG", Fixed(horizon.ParallacticDegrees, "0.00"));
        cards.Text("ROTDEST", "90.00");
        cards.Text("ROTPOSN", "90.00");
        if (frame.Night.IsMosaic) cards.Real("IROT2ANG", KeckSite.Wrap(225 - ((horizon.ParallacticDegrees + horizon.ElevationDegrees) / 2)), 4);
    }

    private static void Exposure(Frame frame, ICardSink cards)
    {
        cards.Text("OUTFILE", frame.Night.FilePrefix);
        cards.Integer("FRAMENO", frame.FrameNumber);
        cards.Integer("TTIME", frame.ExposureSeconds);
        cards.Integer("ELAPTIME", frame.ExposureSeconds);
        cards.Real("EXPTIME", frame.ExposureSeconds, 2);
        cards.Real("DARKTIME", frame.ExposureSeconds + 3.05, 2);
        cards.Logical("IODIN", frame.IsIodineIn);
        cards.Logical("IODOUT", !frame.IsIodineIn);
        if (!frame.Night.IsMosaic)
        {
            cards.Integer("EXPOSURE", frame.ExposureSeconds);
            cards.Integer("OBSNUM", frame.FrameNumber);
            return;
        }

        // The exposure meter sees targets only.
        var light = frame.Kind == FrameKind.Object ? 40L * frame.SignalToNoise * frame.SignalToNoise : 0;
        var dark = 12L * frame.ExposureSeconds;
        cards.Integer("EXM0DSUM", dark);
        cards.Integer("EXM0LSUM", light + dark);
        cards.Integer("EXM0SSUM", light);
        cards.Integer("EXM0FWMP", frame.ExposureSeconds / 2);
        cards.Integer("EXM0MIDP", frame.ExposureSeconds / 2);
    }

    private static void Calibration(Frame frame, ICardSink cards)
    {
        var lamps = Lamps.Of(frame.Kind, frame.Lamp);
        cards.Logical("AUTOSHUT", lamps.DoesShutterOpen);
        if (lamps.Name is not null) cards.Text("LAMPNAME", lamps.Name);
        cards.Text("LFILNAME", lamps.IsMirrorIn ? "ng3" : "clear");
        cards.Logical("LAMPCAT1", lamps.IsCathode1);
        cards.Logical("LAMPCAT2", lamps.IsCathode2);
        if (!frame.Night.IsMosaic) cards.Logical("LAMPQTZ1", lamps.IsQuartz1);
        cards.Logical("LAMPQTZ2", lamps.IsQuartz2);
        cards.Logical("CATON", lamps.IsCathode1 || lamps.IsCathode2);
        cards.Real("CATCUR1", lamps.IsCathode1 ? 10.02 : 0.05, 2);
        cards.Real("CATCUR2", lamps.IsCathode2 ? 10.01 : 0.04, 2);
        cards.Logical("LMIRRIN", lamps.IsMirrorIn);
        cards.Logical("LMIRROUT", !lamps.IsMirrorIn);
        cards.Logical("HATCLOS", lamps.IsHatchClosed);
        cards.Logical("HATOPEN", !lamps.IsHatchClosed);
        cards.Logical("DARKCLOS", lamps.IsDarkSlideClosed);
        cards.Logical("DARKOPEN", !lamps.IsDarkSlideClosed);
    }

    private static void People(Frame frame, ICardSink cards)
    {
        var programme = frame.Programme;
        cards.Text("KOAID", string.Create(CultureInfo.InvariantCulture, $"HI.{frame.Night.UtDate:yyyyMMdd}.{frame.SecondOfDay:00000}.fits"));
        cards.Text("OBSERVER", programme.Observers);
        cards.Text("PROGID", programme.Id);
        cards.Text("PROGINST", programme.Institution);
        cards.Text("PROGPI", programme.PrincipalInvestigator);
        cards.Text("PROGTITL", programme.Title);
        if (frame.TargetName.Length > 0) cards.Text("TARGNAME", frame.TargetName);
        var (type, name) = frame.Kind switch
        {
            FrameKind.Object or FrameKind.ObjectLampOn => ("Object", frame.TargetName),
            FrameKind.ArcLamp or FrameKind.Focus => ("Line", "thar"),
            FrameKind.FlatLamp or FrameKind.Trace => ("IntFlat", "wideflat"),
            FrameKind.Bias => ("Bias", "bias"),
            FrameKind.Dark => ("Dark", "dark"),
            _ => ("Object", "test"),
        };
        cards.Text("OBSTYPE", type);
        cards.Text("OBJECT", name);
        if (frame.Night.IsMosaic) cards.Text("SYNOPSIS", string.Create(CultureInfo.InvariantCulture, $"B, G, R {frame.ExposureSeconds} s, {type} pane PANE"));
    }

    private static void Quality(Frame frame, ICardSink cards)
    {
        cards.Text("DECKNAME", frame.Decker);
        cards.Integer("SIG2NOIS", frame.SignalToNoise);
        cards.Integer("NPIXSAT", frame.SignalToNoise > 300 ? frame.SignalToNoise * 3 : 0);
        cards.Real("IM01MD01", 1010 + (0.6 * frame.SignalToNoise * frame.SignalToNoise), 1);
        if (frame.Night.IsMosaic)
        {
            cards.Real("IM01MD02", 1022 + (0.9 * frame.SignalToNoise * frame.SignalToNoise), 1);
            cards.Real("IM01MD03", 1035 + (0.8 * frame.SignalToNoise * frame.SignalToNoise), 1);
        }

        if (frame.Kind != FrameKind.Object) return;
        cards.Real("GUIDFWHM", frame.SeeingArcseconds, 2);
        cards.Text("GUIDTIME", Sexagesimal.TimeOfDay(frame.SecondOfDay, 0));
    }

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
