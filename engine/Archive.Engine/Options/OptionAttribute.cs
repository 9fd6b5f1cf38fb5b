namespace Archive.Engine.Options;

/// <summary>
/// Makes a property of an options record one that users set, by file, environment or command line, and says all that they are told of it: its text, unit and
/// range are written here and nowhere else.
/// </summary>
/// <param name="description">What it does, one sentence or two.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>What the value counts, or what a text is: <c>rows</c>, <c>MB</c>, <c>URL</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The smallest number that it takes.</summary>
    public long Minimum { get; init; } = long.MinValue;

    /// <summary>The largest number that it takes.</summary>
    public long Maximum { get; init; } = long.MaxValue;

    /// <summary>Name of the property of the same record whose value it must not exceed; null where there is none.</summary>
    public string? NotAbove { get; init; }
}
