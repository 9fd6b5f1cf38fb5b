using System.Globalization;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>What has one value in a group of rows.</summary>
public abstract record ResolvedGroupValue(ColumnType? Type) : ResolvedExpression(Type);

/// <summary>An aggregate function of ADQL; without an argument it is COUNT(*).</summary>
public sealed record ResolvedAggregate(SetFunctionType Function, bool IsDistinct, ResolvedExpression? Argument, ColumnType ResultType) : ResolvedGroupValue(ResultType)
{
    public override IEnumerable<ResolvedExpression> Operands => Argument is null ? [] : [Argument];
}

/// <summary>The group's texts in their order, the delimiter between them; nulls leave no trace, and without a text it is null.</summary>
public sealed record ResolvedJoinedText(ResolvedExpression Text, string Delimiter) : ResolvedGroupValue(ColumnType.Text)
{
    public override IEnumerable<ResolvedExpression> Operands => [Text];
}

/// <summary>Counts of values: below <paramref name="Low"/> or null, in each of so many bins of equal width, above <paramref name="High"/>. A bin holds its lower end, the last its upper end too.</summary>
public sealed record ResolvedHistogram(ResolvedExpression Value, double Low, double High, int Bins)
    : ResolvedGroupValue(new ColumnType(Datatype.Int, (Bins + 2).ToString(CultureInfo.InvariantCulture)))
{
    public override IEnumerable<ResolvedExpression> Operands => [Value];
}
