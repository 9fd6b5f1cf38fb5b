using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation.Hires;

/// <summary>What of a row of <c>koa_hires</c> takes thought. The rules are KOA's.</summary>
public sealed class HiresDerivedColumns : IDerivedColumns
{
    private readonly KoaColumns _koa;
    private readonly int _koaImageType, _originalName, _skyPositionAngle, _binning, _hourAngleDegrees, _slitLength, _slitWidth, _resolvingPower;

    internal HiresDerivedColumns(InstrumentDefinition definition)
    {
        _koa = new KoaColumns(definition);
        _koaImageType = definition.OrdinalOf("koaimtyp");
        _originalName = definition.OrdinalOf("ofname");
        _skyPositionAngle = definition.OrdinalOf("skypa");
        _binning = definition.OrdinalOf("binning");
        _hourAngleDegrees = definition.OrdinalOf("ha_d");
        _slitLength = definition.OrdinalOf("slitlen");
        _slitWidth = definition.OrdinalOf("slitwidt");
        _resolvingPower = definition.OrdinalOf("specres");
    }

    /// <inheritdoc/>
    public TranslationRefusal? Derive(RecordDraft draft)
    {
        if (_koa.Set(draft) is { } refusal) return refusal;
        SetAngles(draft);
        SetSlit(draft);
        if (draft[_koaImageType].IsNull) draft.SetText(_koaImageType, HiresImageType.Classify(draft.Header));
        if (draft[_originalName].IsNull) draft.SetText(_originalName, OriginalName(draft.Header));
        if (!draft[_binning].IsNull) draft.SetText(_binning, draft[_binning].Text.Replace(" ", "", StringComparison.Ordinal));
        return null;
    }

    /// <summary>Sets ha_d, and skypa where it is still null.</summary>
    private void SetAngles(RecordDraft draft)
    {
        if (draft.Header.TryFind("HA", out var hourAngle) && HeaderAngle.TryReadHourAngle(hourAngle, out var degrees)) draft.SetReal(_hourAngleDegrees, degrees);
        if (draft[_skyPositionAngle].IsNull) draft.SetReal(_skyPositionAngle, SkyPositionAngleDegrees(draft.Header));
    }

    /// <summary>Sets slitlen, slitwidt and specres where they are still null.</summary>
    private void SetSlit(RecordDraft draft)
    {
        var slit = HiresSlit.Of(draft.Header);
        if (draft[_slitLength].IsNull) draft.SetReal(_slitLength, slit.LengthArcsec);
        if (draft[_slitWidth].IsNull) draft.SetReal(_slitWidth, slit.WidthArcsec);
        if (draft[_resolvingPower].IsNull) draft.SetReal(_resolvingPower, slit.ResolvingPower);
    }

    /// <summary>What the instrument computer called the file: <c>j76</c> and 279 make <c>j760279.fits</c>.</summary>
    private static string? OriginalName(FitsHeader header) =>
        header.FindText("OUTFILE") is { } prefix && header.TryFind("FRAMENO", out var value) && value.TryGetInt64(out var frame) && frame >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"{prefix}{frame:0000}.fits")
            : null;

    /// <summary>The slit's position angle, 0 to 360 degrees to four decimals: twice the image rotator's angle, plus parallactic angle, elevation and 270.</summary>
    private static double? SkyPositionAngleDegrees(FitsHeader header)
    {
        if (header.FindNumber("IROT2ANG") is not { } rotator || header.FindNumber("PARANG") is not { } parallactic || header.FindNumber("EL") is not { } elevation) return null;
        var angle = ((2 * rotator) + parallactic + elevation + 270) % 360;
        return Math.Round(angle < 0 ? angle + 360 : angle, 4);
    }
}
