using Archive.Adql.Resolution;
using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation.Joins;

/// <summary>
/// A predicate that pairs rows of two sources by position: those of one lie in circles around those of the other. As an equi-join, a row of the circled source
/// comes once for each HEALPix cell near it, and a row of the located source is in one cell; so each pair meets once, and the predicate itself decides.
/// </summary>
/// <param name="Predicate">CONTAINS(point, circle) = 1, or DISTANCE at most a limit, or less.</param>
/// <param name="Circled">The source around whose positions the circles are.</param>
/// <param name="Center">A point of the circled source.</param>
/// <param name="RadiusDegrees">A double: a constant, or computed from the circled source alone.</param>
/// <param name="Located">The other source.</param>
/// <param name="Position">A point of the located source.</param>
internal sealed record NearPair(
    ResolvedCondition Predicate, TableSource Circled, ResolvedPoint Center, ResolvedExpression RadiusDegrees, TableSource Located, ResolvedPoint Position)
{
    /// <summary>The radius if it is the same for all rows; else null.</summary>
    public double? ConstantRadiusDegrees => ConstantArithmetic.Evaluate(RadiusDegrees);

    /// <summary>The pairs that a condition selects; null if it isn't one of this kind.</summary>
    public static NearPair? Of(ResolvedCondition condition) => condition switch
    {
        ResolvedInside { IsNegated: false, Contains: { Point: var point, Shape: ResolvedCircle circle } } => Of(condition, circle.Center, point, circle.Radius),
        ResolvedComparison comparison when SkySearch.Nearness(comparison) is var ((first, second), limit) => Of(condition, first, second, limit),
        _ => null,
    };

    private static NearPair? Of(ResolvedCondition condition, ResolvedPoint first, ResolvedPoint second, ResolvedExpression radius)
    {
        if (SourceCollector.OnlyOneOf(first) is not { } one || SourceCollector.OnlyOneOf(second) is not { } other || one == other) return null;
        if (first.Operands.Concat(second.Operands).Append(radius).Any(IsRandom)) return null;
        if (radius.Type != ColumnType.Double) radius = new ResolvedCast(radius, ColumnType.Double);
        var sources = SourceCollector.Of(radius);
        if (sources.Count > 1 || (sources.Count == 1 && !sources.Contains(one) && !sources.Contains(other))) return null;
        // The store knows the cells of a table's own position already.
        var isFirstCircled = sources.Count == 1 ? sources.Contains(one) : SkySearch.PositionOf(second) is not null || SkySearch.PositionOf(first) is null;
        return isFirstCircled ? new(condition, one, first, radius, other, second) : new(condition, other, second, radius, one, first);
    }

    /// <summary>What is computed twice must come out the same.</summary>
    private static bool IsRandom(ResolvedExpression expression) =>
        expression is ResolvedFunction { Function.IsRandom: true } || expression.Operands.Any(IsRandom);
}
