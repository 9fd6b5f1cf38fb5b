using System.Reflection;
using Archive.Bench.Subjects;
using BenchmarkDotNet.Reports;

namespace Archive.Bench.Reporting;

/// <summary>One subject's results as a Markdown table.</summary>
internal static class SubjectTable
{
    public static string Write(Type subject, Summary summary)
    {
        var about = subject.GetCustomAttribute<SubjectAttribute>()!;
        var baseline = summary.Reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.Baseline)?.ResultStatistics?.Median;
        string[] lines =
        [
            $"## {about.Title}",
            "",
            about.DataSet,
            "",
            $"| | median | mean | median per {about.Unit} | per second | allocated per {about.Unit} |{(baseline is null ? "" : " times faster |")}",
            $"|---|--:|--:|--:|--:|--:|{(baseline is null ? "" : "--:|")}",
            .. summary.Reports.Select(report => Row(report, about.UnitsPerCall, baseline)),
            .. summary.Reports.IsEmpty ? ["| failed | | | | | |"] : Array.Empty<string>(),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Row(BenchmarkReport report, int unitsPerCall, double? baseline)
    {
        var name = NameOf(report);
        if (report.ResultStatistics is not { } statistics) return $"| {name} | failed | | | | |{(baseline is null ? "" : " |")}";
        var perUnit = statistics.Median / unitsPerCall;
        var allocated = (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / (double)unitsPerCall;
        var row = $"| {name} | {Quantities.Time(statistics.Median)} | {Quantities.Time(statistics.Mean)} | {Quantities.Time(perUnit)} | {Quantities.Number(1e9 / perUnit)} | {Quantities.Bytes(allocated)} |";
        return baseline is null ? row : $"{row} {Quantities.Number(baseline.Value / statistics.Median)} |";
    }

    private static string NameOf(BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        var parameters = string.Join(", ", benchmark.Parameters.Items.Select(parameter => parameter.Value));
        return parameters.Length == 0 ? benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'') : parameters;
    }
}
