namespace Archive.Ingest.Translation.Koa;

/// <summary>Finds out from a header when the exposure began: DATE-OBS, and the first usable of the instrument's time keywords. The time of a file is never asked.</summary>
internal static class ObservationTimeKeywords
{
    /// <summary>Reads the start of the exposure; null, or the reason why the header doesn't tell it.</summary>
    /// <param name="draft">The row, whose issues are told of a date in the old form and of a time that rounding led out of its range.</param>
    /// <param name="timeKeywords">The keywords that may hold the UTC time of day, the best first.</param>
    /// <param name="time">When the exposure began.</param>
    public static TranslationRefusal? Read(RecordDraft draft, ReadOnlySpan<string> timeKeywords, out ObservationTime time)
    {
        time = default;
        if (draft.Header.FindText("DATE-OBS") is not { } dateText) return TranslationRefusal.NoObservationDate();
        if (!ObservationTime.TryParseDate(dateText, out var date, out var isOldForm)) return TranslationRefusal.UnusableObservationDate(dateText);
        if (isOldForm) draft.Report(TranslationIssue.DateRepaired(dateText, date));

        TranslationRefusal? refusal = null;
        foreach (var keyword in timeKeywords)
        {
            if (draft.Header.FindText(keyword) is not { } text) continue;
            if (ObservationTime.TryParse(date, text, out time, out var isRounded))
            {
                if (isRounded) draft.Report(TranslationIssue.TimeRoundedUp(keyword, text, time.Date));
                return null;
            }

            refusal ??= TranslationRefusal.UnusableObservationTime(keyword, text);
        }

        // FITS 4.0, section 9.1.1: DATE-OBS may hold the time as well.
        if (!ObservationTime.TryParse(dateText, out time, out var isRoundedToo)) return refusal ?? TranslationRefusal.NoObservationTime();
        if (isRoundedToo) draft.Report(TranslationIssue.TimeRoundedUp("DATE-OBS", dateText, time.Date));
        return null;
    }
}
