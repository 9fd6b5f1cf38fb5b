namespace Archive.Bench.Subjects;

/// <summary>What a class of benchmarks measures: the heading and the words of its table in the report.</summary>
/// <param name="title">Heading of the table.</param>
/// <param name="unit">What a call works on, in the singular: row, query, header.</param>
/// <param name="unitsPerCall">How many of these a call works on.</param>
/// <param name="dataSet">What was worked on, in a sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubjectAttribute(string title, string unit, int unitsPerCall, string dataSet) : Attribute
{
    public string Title { get; } = title;

    public string Unit { get; } = unit;

    public int UnitsPerCall { get; } = unitsPerCall;

    public string DataSet { get; } = dataSet;
}
