using Archive.Adql.Resolution;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation.Joins;

/// <summary>
/// What a predicate says that holds only for rows of two sources whose positions are near each other: those of one lie in circles around those of the other. As an equi-join, a row
/// of the circled source comes once for each HEALPix cell near it, and a row of the located source is in one cell; so each pair meets once, and the predicate itself
/// decides.
/// </summary>
/// <param name="Circled">The source around whose positions the circles are.</param>
/// <param name="Center">A point of the circled source.</param>
/// <param name="RadiusDegrees">A double: a constant, or computed from the circled source alone.</param>
/// <param name="Located">The other source.</param>
/// <param name="Position">A point of the located source.</param>
/// <param name="MarginDegrees">A double computed from the located source by which the radius must be wider; null if there is none.</param>
internal sealed record NearPair(
    TableSource Circled, ResolvedPoint Center, ResolvedExpression RadiusDegrees, TableSource Located, ResolvedPoint Position, ResolvedExpression? MarginDegrees)
{
    /// <summary>Tells the pairs of one query apart.</summary>
    public int Number { get; init; }

    /// <summary>The radius if it is the same for all rows; else null.</summary>
    public double? ConstantRadiusDegrees => MarginDegrees is null ? ConstantArithmetic.Evaluate(RadiusDegrees) : null;

    /// <summary>The pairs that a condition selects; null if it isn't one of this kind.</summary>
    public static NearPair? Of(ResolvedCondition condition) => condition switch
    {
        ResolvedComparison comparison when SkySearch.Nearness(comparison) is var ((first, second), limit) => Of(first, second, limit),
        ResolvedInside { IsNegated: false, Contains: { Point: var point, Shape: var shape } } => Of(BoundingCircles.Of(shape), BoundingCircles.Of(point)),
        ResolvedRelated { IsNegated: false, Relation: { First: var first, Second: var second } } => Of(BoundingCircles.Of(first), BoundingCircles.Of(second)),
        _ => null,
    };

    private static NearPair? Of(ResolvedCircle first, ResolvedCircle second) => (first.Radius, second.Radius) switch
    {
        (var radius, ResolvedReal { Value: 0 }) => Of(first.Center, second.Center, radius),
        (ResolvedReal { Value: 0 }, var radius) => Of(first.Center, second.Center, radius),
        var (one, other) => Of(first.Center, second.Center, new ResolvedArithmetic(BinaryOperator.Add, one, other, ColumnType.Double)),
    };

    private static NearPair? Of(ResolvedPoint first, ResolvedPoint second, ResolvedExpression radius)
    {
        if (SourceCollector.OnlyOneOf(first) is not { } one || SourceCollector.OnlyOneOf(second) is not { } other || one == other) return null;
        if (first.Operands.Concat(second.Operands).Append(radius).Any(IsRandom)) return null;
        if (radius.Type != ColumnType.Double) radius = new ResolvedCast(radius, ColumnType.Double);
        var (circled, margin) = Parted(radius, one, other);
        if (circled is null) return null;
        // The store knows the cells of a table's own position already.
        var sources = SourceCollector.Of(circled);
        var isFirstCircled = sources.Count > 0 ? sources.Contains(one) : SkySearch.PositionOf(second) is not null || SkySearch.PositionOf(first) is null;
        return isFirstCircled ? new(one, first, circled, other, second, margin) : new(other, second, circled, one, first, margin);
    }

    /// <summary>The radius as a part that one source gives, or none, and, where it is a sum, one that the other gives; nulls if it can't be parted so.</summary>
    private static (ResolvedExpression? Circled, ResolvedExpression? Margin) Parted(ResolvedExpression radius, TableSource one, TableSource other)
    {
        var sources = SourceCollector.Of(radius);
        if (sources.Any(source => source != one && source != other)) return (null, null);
        if (sources.Count < 2) return (radius, null);
        if (radius is not ResolvedArithmetic { Operator: BinaryOperator.Add, Left: var left, Right: var right }) return (null, null);
        return SourceCollector.Of(left).Count == 1 && SourceCollector.Of(right).Count == 1 ? (left, right) : (null, null);
    }

    /// <summary>What is computed twice must come out the same.</summary>
    private static bool IsRandom(ResolvedExpression expression) =>
        expression is ResolvedFunction { Function.IsRandom: true } || expression.Operands.Any(IsRandom);
}
