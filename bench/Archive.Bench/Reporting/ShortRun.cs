using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;

namespace Archive.Bench.Reporting;

/// <summary>
/// How the report measures: 3 warm-ups and 5 iterations of at least 200 ms or one call each, inside this process, since a generated
/// project would have to fetch libduckdb once more for every subject.
/// </summary>
internal static class ShortRun
{
    private const int WarmUps = 3;
    private const int Iterations = 5;
    private const int IterationMilliseconds = 200;

    public static string InWords { get; } = FormattableString.Invariant($"{WarmUps} warm-ups, {Iterations} iterations of at least {IterationMilliseconds} ms or one call, in one process");

    /// <param name="artifacts">Folder for what BenchmarkDotNet leaves behind.</param>
    /// <param name="filter">Pattern of benchmarks with * and ?, such as <c>*Shape*</c>; null for all.</param>
    public static IConfig Make(string artifacts, string? filter)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(WarmUps).WithIterationCount(Iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance).AddValidator(JitOptimizationsValidator.FailOnError)
            .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared)).WithArtifactsPath(artifacts).WithOptions(ConfigOptions.DisableLogFile);
        return filter is null ? config : config.AddFilter(new GlobFilter([filter]));
    }
}
