using System.Collections.Immutable;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation.Headers;

/// <summary>
/// Finds out when an exposure began from whatever keywords a header has: from the first date keyword that holds an instant, or a date to which a keyword has the time of day;
/// else from a Julian date; else the date alone. Times are of the scale that TIMESYS names, UTC if there is none (FITS 4.0, section 9.2.1); those of the keywords UT and UTC are what these say.
/// </summary>
internal sealed class HeaderStart(InstrumentDefinition definition)
{
    /// <summary>Of these every Julian date here must be: 1858 is day 0, and what is later than 2132 is no MJD.</summary>
    private const double EarliestMjd = 1, LatestMjd = 100_000;

    private const double MjdOfJulianDay0 = -2_400_000.5;

    private static readonly ImmutableArray<string> UsualDates = ["DATE-OBS", "DATE-BEG"], UsualTimes = ["UTC", "UT", "TIME-OBS"], UsualJulianDates = ["MJD-OBS", "MJD-BEG"];

    private readonly ImmutableArray<string> _dates = OrUsual(definition.Columns[definition.UtDateOrdinal].Keywords, UsualDates);
    private readonly ImmutableArray<string> _times = definition.TimeKeywords ?? UsualTimes;
    private readonly ImmutableArray<string> _julianDates = definition.StartOrdinal is { } start ? OrUsual(definition.Columns[start].Keywords, UsualJulianDates) : UsualJulianDates;

    /// <summary>The column that issues of the time concern.</summary>
    private string StartColumn => definition.Columns[definition.StartOrdinal ?? definition.UtDateOrdinal].Name;

    /// <summary>Reads the start; null, or the reason why the header doesn't tell it.</summary>
    /// <param name="draft">The row, whose issues are told of a date in the old form.</param>
    /// <param name="date">The UT date.</param>
    /// <param name="time">The instant; null where only the date is known.</param>
    public TranslationRefusal? Read(RecordDraft draft, out DateOnly date, out ObservationTime? time)
    {
        (date, time) = (default, null);
        var isDated = false;
        TranslationRefusal? refusal = null;
        foreach (var keyword in _dates)
        {
            if (draft.Header.FindText(keyword) is not { } text) continue;
            if (ObservationTime.TryParse(text, out var instant, out var isRounded))
            {
                if (isRounded) draft.Report(TranslationIssue.TimeRoundedUp(keyword, text, instant.Date, StartColumn));
                time = InUtc(draft, instant);
            }
            else if (!ObservationTime.TryParseDate(text, out var day, out var isOldForm))
            {
                refusal ??= TranslationRefusal.UnusableObservationDate(text, keyword);
            }
            else if (!isDated)
            {
                (isDated, date) = (true, day);
                if (isOldForm) draft.Report(TranslationIssue.DateRepaired(text, date, definition.Table.UtDateColumn!, keyword));
                time = TimeOfDay(draft, date);
            }

            if (time is not null) break;
        }

        if (time is null && TryJulianDate(draft.Header, isDated ? date : null, out var julian)) time = InUtc(draft, julian);
        if (time is { } known) date = known.Date;
        return isDated || time is not null ? null : refusal ?? TranslationRefusal.NoObservationDate(_dates);
    }

    private ObservationTime? TimeOfDay(RecordDraft draft, DateOnly date)
    {
        foreach (var keyword in _times)
        {
            if (draft.Header.FindText(keyword) is not { } text || !ObservationTime.TryParse(date, text, out var time, out var isRounded)) continue;
            if (isRounded) draft.Report(TranslationIssue.TimeRoundedUp(keyword, text, time.Date, StartColumn));
            return keyword is "UT" or "UTC" ? time : InUtc(draft, time);
        }

        return null;
    }

    private ObservationTime InUtc(RecordDraft draft, ObservationTime time)
    {
        if (draft.Header.FindText("TIMESYS") is not { } scale) return time;
        if (TimeScale.ToUtc(time, scale) is { } utc) return utc;
        draft.Report(TranslationIssue.UnknownTimeScale(scale, StartColumn));
        return time;
    }

    /// <summary>The first plausible Julian date; one that is on another day than the header's date is garbage.</summary>
    private bool TryJulianDate(FitsHeader header, DateOnly? date, out ObservationTime time)
    {
        time = default;
        foreach (var keyword in _julianDates)
        {
            if (header.FindNumber(keyword) is not { } number) continue;
            var mjd = keyword.StartsWith('J') ? number + MjdOfJulianDay0 : number;
            if (mjd is < EarliestMjd or > LatestMjd) continue;
            var day = Math.Floor(mjd);
            var found = new ObservationTime(new DateOnly(1858, 11, 17).AddDays((int)day), Math.Min((long)Math.Round((mjd - day) * ObservationTime.MicrosecondsPerDay), ObservationTime.MicrosecondsPerDay - 1));
            if (date is { } known && known != found.Date) continue;
            time = found;
            return true;
        }

        return false;
    }

    private static ImmutableArray<string> OrUsual(ImmutableArray<string> own, ImmutableArray<string> usual) => own.IsEmpty ? usual : own;
}
