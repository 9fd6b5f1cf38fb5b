namespace Archive.Bench.Subjects;

/// <summary>All subjects in the order of the report. A new one is a file of its own and a line here.</summary>
internal static class SubjectList
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(AdqlQueryBenchmarks),
        typeof(AdqlStepBenchmarks),
        typeof(VectorShapeBenchmarks),
        typeof(PolygonAndCircleBenchmarks),
        typeof(LonLatShapeBenchmarks),
        typeof(PositionBenchmarks),
        typeof(CoverageBenchmarks),
        typeof(DuckDbConeBenchmarks),
        typeof(FormatBenchmarks),
        typeof(CsvBenchmarks),
        typeof(HeaderBenchmarks),
        typeof(IngestBenchmarks),
    ];
}
