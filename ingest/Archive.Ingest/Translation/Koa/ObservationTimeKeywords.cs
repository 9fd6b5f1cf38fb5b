namespace Archive.Ingest.Translation.Koa;

/// <summary>Finds out from a header when the exposure began: DATE-OBS, and the first usable of the instrument's time keywords. The time of a file is never asked.</summary>
internal static class ObservationTimeKeywords
{
    /// <summary>Reads the start of the exposure; null, or the reason why the header doesn't tell it.</summary>
    /// <param name="draft">The row, whose issues are told of a date in the old form.</param>
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
            if (ObservationTime.TryParseTimeOfDay(text, out var microseconds))
            {
                time = new ObservationTime(date, microseconds);
                return null;
            }

            refusal ??= TranslationRefusal.UnusableObservationTime(keyword, text);
        }

        // FITS 4.0, section 9.1.1: DATE-OBS may hold the time as well.
        return ObservationTime.TryParse(dateText, out time) ? null : refusal ?? TranslationRefusal.NoObservationTime();
    }
}
