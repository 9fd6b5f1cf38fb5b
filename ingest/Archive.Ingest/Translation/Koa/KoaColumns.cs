using Archive.Ingest.Instruments;
using Archive.Sky;
using Archive.Sky.Htm;

namespace Archive.Ingest.Translation.Koa;

/// <summary>The derived columns that KOA's tables of all instruments share. Holds their places in one table; without other state.</summary>
internal sealed class KoaColumns
{
    /// <summary>The level of spt_ind.</summary>
    private const int TrixelLevel = 7;

    private static readonly string[] TimeKeywords = ["UTC", "UT"];

    private readonly InstrumentDefinition _definition;
    private readonly string[] _timeKeywords;
    private readonly int _koaId, _fileHandle, _dateObs, _ut, _utDateTime;
    private readonly int _semester, _programme, _semesterProgramme;
    private readonly int _equinox, _ra, _dec, _ra2000, _dec2000, _x, _y, _z, _trixel;
    private readonly int[] _julianDates;

    public KoaColumns(InstrumentDefinition definition)
    {
        _definition = definition;
        _timeKeywords = definition.TimeKeywords is { } own ? [.. own] : TimeKeywords;
        _koaId = definition.OrdinalOf("koaid");
        _fileHandle = definition.OrdinalOf("filehand");
        _dateObs = definition.OrdinalOf("date_obs");
        _ut = definition.OrdinalOf("ut");
        _utDateTime = definition.OrdinalOf("utdatetime");
        _semester = definition.OrdinalOf("semester");
        _programme = definition.OrdinalOf("progid");
        _semesterProgramme = definition.OrdinalOf("semid");
        _equinox = definition.OrdinalOf("equinox");
        _ra = definition.OrdinalOf("ra");
        _dec = definition.OrdinalOf("dec");
        _ra2000 = definition.OrdinalOf("ra2000");
        _dec2000 = definition.OrdinalOf("dec2000");
        _x = definition.OrdinalOf("x");
        _y = definition.OrdinalOf("y");
        _z = definition.OrdinalOf("z");
        _trixel = definition.OrdinalOf("spt_ind");
        _julianDates = [.. ((int?[])[definition.FindOrdinal("mjd"), definition.FindOrdinal("mjd_obs")]).OfType<int>()];
    }

    /// <summary>Sets all of them.</summary>
    /// <returns>The reason why the header can't be a row; null where it can.</returns>
    public TranslationRefusal? Set(RecordDraft draft)
    {
        if (ObservationTimeKeywords.Read(draft, _timeKeywords, out var time) is { } noTime) return noTime;
        if (SetIdentity(draft, time) is { } noIdentity) return noIdentity;
        SetProgramme(draft, time);
        SetPosition(draft);
        CheckModifiedJulianDates(draft, time);
        return null;
    }

    /// <summary>Sets koaid, filehand, date_obs, ut where it is still null, and utdatetime.</summary>
    private TranslationRefusal? SetIdentity(RecordDraft draft, ObservationTime time)
    {
        if (Identify(draft, time) is not { } koaId) return TranslationRefusal.NoIdentifier(_definition.Name);
        draft.SetText(_koaId, koaId);
        draft.SetText(_fileHandle, KoaFileHandle.Of(_definition.Name, time.Date, koaId));
        draft[_dateObs] = FieldValue.OfDate(time.Date);
        draft[_utDateTime] = FieldValue.OfTimestamp(time.MicrosecondsSinceEpoch);
        if (draft[_ut].IsNull) draft.SetText(_ut, time.TimeOfDayText);
        return null;
    }

    /// <summary>Sets semester where it is still null, takes the semester off progid, and sets semid where the programme is known.</summary>
    private void SetProgramme(RecordDraft draft, ObservationTime time)
    {
        string? namedSemester = null;
        if (!draft[_programme].IsNull && Semester.TrySplit(draft[_programme].Text, out var semester, out var programme))
        {
            namedSemester = semester;
            draft.SetText(_programme, programme);
        }

        if (draft[_semester].IsNull) draft.SetText(_semester, namedSemester ?? Semester.Of(time));
        if (!draft[_programme].IsNull) draft.SetText(_semesterProgramme, $"{draft[_semester].Text}_{draft[_programme].Text}");
    }

    /// <summary>Sets ra, dec, ra2000, dec2000, x, y, z and spt_ind, all or none; and equinox, 0 where the header has none.</summary>
    private void SetPosition(RecordDraft draft)
    {
        if (draft[_equinox].IsNull) draft.SetReal(_equinox, 0);
        if (HeaderPosition.Read(draft) is not { } position) return;
        var unit = UnitVector.FromDegrees(position.RightAscensionDegrees, position.DeclinationDegrees);
        draft.SetReal(_ra, position.RightAscensionDegrees);
        draft.SetReal(_dec, position.DeclinationDegrees);
        draft.SetReal(_ra2000, position.RightAscensionDegrees);
        draft.SetReal(_dec2000, position.DeclinationDegrees);
        draft.SetReal(_x, unit.X);
        draft.SetReal(_y, unit.Y);
        draft.SetReal(_z, unit.Z);
        draft[_trixel] = FieldValue.OfInteger(HtmIndex.Base4(TrixelLevel, unit));
    }

    /// <summary>The telescope's own MJD is seconds off at best; days off it is another night's, or garbage.</summary>
    private void CheckModifiedJulianDates(RecordDraft draft, ObservationTime time)
    {
        foreach (var ordinal in _julianDates)
        {
            if (draft[ordinal].IsNull || draft[ordinal].Kind != FieldKind.Real || Math.Abs(draft[ordinal].Real - time.ModifiedJulianDate) <= 1) continue;
            draft.Report(TranslationIssue.MjdOfAnotherDate(_definition.Columns[ordinal], draft[ordinal].Real, time.Date));
        }
    }

    /// <summary>The header's KOAID, or one that is computed; null where neither is to be had.</summary>
    private string? Identify(RecordDraft draft, ObservationTime time)
    {
        var prefix = _definition.Prefixes.FirstOrDefault(known => known.IsOf(draft.Header))?.Text;
        var computed = prefix is null ? null : KoaIdentifier.Compute(prefix, time, _definition.HasHundredths);
        if (draft.Header.FindText("KOAID") is not { } text) return computed;
        if (!KoaIdentifier.TryRead(text, out var identifier, out var named, out var date) || (!_definition.Prefixes.IsEmpty && _definition.Prefixes.All(known => known.Text != named)))
        {
            if (computed is not null) draft.Report(TranslationIssue.InvalidIdentifier(text, computed));
            return computed;
        }

        if (date != time.Date) draft.Report(TranslationIssue.IdentifierOfAnotherDate(text, time.Date));
        return identifier;
    }
}
