using System.Collections.Immutable;
using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Observations;

/// <summary>What one of ObsCore's columns holds of a row: the first of the sources that has a value.</summary>
/// <param name="Sources">One or more, in the order in which they are asked.</param>
/// <param name="OnlyWith">A column of ObsCore without whose value this one has none either; null where it stands for itself.</param>
public sealed record ObservationValue(ImmutableArray<ObservationSource> Sources, string? OnlyWith);

/// <summary>Where a value may come from.</summary>
public abstract record ObservationSource
{
    /// <summary>The column that is read; null where none is.</summary>
    public virtual Column? Column => null;
}

/// <summary>The same for all rows.</summary>
public sealed record ConstantSource(string Text) : ObservationSource;

/// <summary>A column's value, converted: multiplied by <paramref name="Factor"/>, divided by <paramref name="Divisor"/>. Days and instants become MJD.</summary>
public sealed record ColumnSource(Column Source, double Factor, double Divisor) : ObservationSource
{
    public override Column Column => Source;
}

/// <summary>What stands for a column's value; null for a value that nothing stands for.</summary>
public sealed record ChoiceSource(Column Source, ImmutableArray<(string Value, string Choice)> Choices) : ObservationSource
{
    public override Column Column => Source;
}
