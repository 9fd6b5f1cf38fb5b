using Archive.Adql.Resolution;
using Archive.Formats;

namespace Archive.Tap.Results;

/// <summary>Tells the user of a query that isn't all ADQL how ADQL says it, and what only this service has.</summary>
internal static class StandardFormInfos
{
    public static IEnumerable<ResultInfo> Of(StandardForm? standard)
    {
        if (standard?.Text is { } text) yield return new ResultInfo("standard_form", text);
        if (standard is { ServiceFunctions.Length: > 0 }) yield return new ResultInfo("service_functions", string.Join(", ", standard.ServiceFunctions));
    }
}
