using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>How a result ended, in a sentence for people.</summary>
internal static class EndingSentence
{
    public static string Of(ResultEnding ending, long rowCount)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"{rowCount:N0} {(rowCount == 1 ? "row" : "rows")}");
        return ending.Status switch
        {
            ResultStatus.Complete => rows + ".",
            ResultStatus.Overflow => $"Cut off after {rows}: there are more than MAXREC or the service allows.",
            _ => $"Failed after {rows}: {ending.Message ?? "the query failed."}",
        };
    }
}
