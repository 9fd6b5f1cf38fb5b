using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;
using Archive.DataSamples.Targets;
using Archive.DataSamples.Telescope;
using Archive.DataSamples.Tutorial;

namespace Archive.DataSamples.Nights;

/// <summary>Makes the frames of one night one after the other, and counts them.</summary>
internal sealed class FrameMaker
{
    private const double PhotonsOfMagnitude12 = 60;

    private readonly Night _night;
    private readonly SeededRandom _random;
    private readonly double _parkedHourAngleDegrees;
    private readonly double _parkedDecDegrees;
    private readonly bool _isPositionKnownOfCalibrations;
    private int _next;
    private string _lastTarget = "";

    public FrameMaker(Night night, SeededRandom random)
    {
        _night = night;
        _random = random;
        _next = night.FirstFrameNumber;
        _parkedHourAngleDegrees = random.Between(-60, 60);
        _parkedDecDegrees = Math.Round(random.Between(-5, 65), 1);
        _isPositionKnownOfCalibrations = random.Chance(0.85);
    }

    /// <summary>An exposure of a target.</summary>
    public Frame Expose(Target target, Programme programme, int secondOfDay, int exposureSeconds)
    {
        _lastTarget = target.Name;
        var jitter = 1.5 / 3600;
        var position = new FramePosition(
            KeckSite.Wrap(target.RaDegrees + (_random.Between(-jitter, jitter) / Math.Cos(double.DegreesToRadians(target.DecDegrees)))),
            target.DecDegrees + _random.Between(-jitter, jitter));
        var photons = PhotonsOfMagnitude12 * Math.Pow(10, -0.4 * (target.Magnitude - 12)) * exposureSeconds;
        return Make(_random.Chance(0.004) ? FrameKind.ObjectLampOn : FrameKind.Object, programme, secondOfDay, exposureSeconds) with
        {
            Decker = programme.Science.Decker,
            IsIodineIn = programme.Science.UsesIodine && _random.Chance(0.85),
            TargetName = target.Name,
            Position = position,
            SignalToNoise = (int)Math.Clamp(Math.Sqrt(photons) * _random.Between(0.6, 1.1), 1, 700),
        };
    }

    /// <summary>A calibration frame, the telescope parked and not tracking unless a position is given.</summary>
    public Frame Calibrate(FrameKind kind, Programme programme, int secondOfDay, int exposureSeconds) =>
        Make(kind, programme, secondOfDay, exposureSeconds) with
        {
            TargetName = _lastTarget,
            Position = _isPositionKnownOfCalibrations ? Parked(secondOfDay) : null,
        };

    private FramePosition Parked(int secondOfDay)
    {
        var sidereal = KeckSite.SiderealDegrees(KeckSite.ModifiedJulianDate(_night.UtDate, secondOfDay));
        var ra = KeckSite.Wrap(sidereal - _parkedHourAngleDegrees);
        return new FramePosition(KeckSite.Wrap(KeepOut.MoveOut(ra, _parkedDecDegrees)), _parkedDecDegrees);
    }

    private Frame Make(FrameKind kind, Programme programme, int secondOfDay, int exposureSeconds) => new()
    {
        Night = _night,
        Programme = programme,
        SecondOfDay = secondOfDay,
        Hundredths = _random.Next(100),
        Kind = kind,
        FrameNumber = _next++,
        ExposureSeconds = kind == FrameKind.Bias ? 0 : Math.Max(1, exposureSeconds),
        Decker = kind is FrameKind.Focus or FrameKind.Trace ? "D5" : programme.Science.Decker,
        Lamp = 1 + _random.Next(2),
        IsIodineIn = kind == FrameKind.FlatLamp && programme.Science.UsesIodine && _random.Chance(0.3),
        TargetName = "",
        Position = null,
        SeeingArcseconds = Math.Round(0.75 + (0.13 * _random.NextNormal()), 2),
        SignalToNoise = kind switch
        {
            FrameKind.FlatLamp or FrameKind.Trace => 80 + _random.Next(150),
            FrameKind.ArcLamp or FrameKind.Focus => 20 + _random.Next(60),
            _ => 2 + _random.Next(4),
        },
    };
}
