using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;
using Archive.Adql.Text;

namespace Archive.Adql.Parsing;

/// <summary>
/// Productions of search conditions. An opening parenthesis may begin a condition or a value, and only what is inside tells; so it is read once, as
/// whichever it is, and the productions take what is read already as their first operand. (Trying both would take 2^n steps for n parentheses.)
/// </summary>
internal sealed partial class Parser
{
    /// <summary>search_condition ::= boolean_term { OR boolean_term }</summary>
    private SearchCondition SearchCondition(SearchCondition? first = null)
    {
        var start = first?.Span ?? Current.Span;
        var operand = BooleanTerm(first);
        if (!At(ReservedWords.Or)) return operand;
        var operands = ImmutableArray.CreateBuilder<SearchCondition>();
        Append(operands, operand);
        while (Accept(ReservedWords.Or)) Append(operands, BooleanTerm(null));
        return new OrCondition(new(operands.DrainToImmutable()), From(start));

        static void Append(ImmutableArray<SearchCondition>.Builder operands, SearchCondition operand)
        {
            if (operand is OrCondition inner) operands.AddRange(inner.Operands.AsSpan());
            else operands.Add(operand);
        }
    }

    /// <summary>boolean_term ::= boolean_factor { AND boolean_factor }</summary>
    private SearchCondition BooleanTerm(SearchCondition? first)
    {
        var start = first?.Span ?? Current.Span;
        var operand = first ?? BooleanFactor();
        if (!At(ReservedWords.And)) return operand;
        var operands = ImmutableArray.CreateBuilder<SearchCondition>();
        Append(operands, operand);
        while (Accept(ReservedWords.And)) Append(operands, BooleanFactor());
        return new AndCondition(new(operands.DrainToImmutable()), From(start));

        static void Append(ImmutableArray<SearchCondition>.Builder operands, SearchCondition operand)
        {
            if (operand is AndCondition inner) operands.AddRange(inner.Operands.AsSpan());
            else operands.Add(operand);
        }
    }

    /// <summary>boolean_factor ::= [ NOT ] boolean_primary</summary>
    private SearchCondition BooleanFactor()
    {
        if (!At(ReservedWords.Not)) return BooleanPrimary();
        var start = Take().Span;
        return new NotCondition(BooleanPrimary(), From(start));
    }

    /// <summary>boolean_primary ::= ( search_condition ) | predicate</summary>
    private SearchCondition BooleanPrimary()
    {
        if (At(ReservedWords.Exists)) return ExistsPredicate();
        if (!At("(") || OpensSubquery(index)) return Predicate(ValueExpression());
        var (condition, value) = Parenthesised();
        return condition ?? Predicate(ValueExpression(value));
    }

    /// <summary>exists_predicate ::= EXISTS table_subquery</summary>
    private ExistsPredicate ExistsPredicate()
    {
        var start = Take().Span;
        return new(Subquery(), From(start));
    }

    /// <summary>What is in parentheses: a condition or a value.</summary>
    private (SearchCondition? Condition, ValueExpression? Value) Parenthesised()
    {
        Enter();
        Expect("(");
        var content = ConditionOrValue();
        Expect(")");
        Leave();
        return content;
    }

    private (SearchCondition? Condition, ValueExpression? Value) ConditionOrValue()
    {
        if (At(ReservedWords.Not) || At(ReservedWords.Exists)) return (SearchCondition(), null);
        ValueExpression value;
        if (At("(") && !OpensSubquery(index))
        {
            var (condition, inner) = Parenthesised();
            if (condition is not null) return (SearchCondition(condition), null);
            value = ValueExpression(inner);
        }
        else
        {
            value = ValueExpression();
        }

        return AtPredicate() ? (SearchCondition(Predicate(value)), null) : (null, value);
    }

    private bool AtPredicate() => ComparisonOperator(Current) is not null || (Current.Kind == TokenKind.ReservedWord && Current.Text
        is ReservedWords.Not or ReservedWords.Between or ReservedWords.In or ReservedWords.Like or ReservedWords.ILike or ReservedWords.Is);

    /// <summary>predicate, behind its first value.</summary>
    private SearchCondition Predicate(ValueExpression value)
    {
        var start = value.Span;
        if (ComparisonOperator(Current) is { } comparison)
        {
            index++;
            return new ComparisonPredicate(comparison, value, ValueExpression(), From(start));
        }

        if (Accept(ReservedWords.Is)) return NullPredicate(value, start);
        var isNegated = Accept(ReservedWords.Not);
        if (Accept(ReservedWords.Between)) return BetweenPredicate(value, isNegated, start);
        if (Accept(ReservedWords.In)) return InPredicate(value, isNegated, start);
        if (At(ReservedWords.Like) || At(ReservedWords.ILike))
        {
            if (At(ReservedWords.ILike) && options.Version == AdqlVersion.Version20) throw Error(DialectMessages.CaseInsensitiveLike(Current.Span));
            var ignoresCase = Take().Text == ReservedWords.ILike;
            return new LikePredicate(value, isNegated, ignoresCase, ValueExpression(), From(start));
        }

        if (isNegated) throw Expected("BETWEEN, IN or LIKE");
        throw Current.Kind is TokenKind.End || At(")") || At(ReservedWords.And) || At(ReservedWords.Or)
            ? Error(NotACondition(value)) : Expected(AComparison);
    }

    /// <summary>comp_op; null if it isn't one.</summary>
    private static ComparisonOperator? ComparisonOperator(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => Syntax.ComparisonOperator.Equal,
        "<>" or "!=" => Syntax.ComparisonOperator.NotEqual,
        "<" => Syntax.ComparisonOperator.Less,
        "<=" => Syntax.ComparisonOperator.LessOrEqual,
        ">" => Syntax.ComparisonOperator.Greater,
        ">=" => Syntax.ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    /// <summary>null_predicate ::= column_reference IS [ NOT ] NULL; any value is taken, not columns only.</summary>
    private NullPredicate NullPredicate(ValueExpression value, SourceSpan start)
    {
        var isNegated = Accept(ReservedWords.Not);
        Expect(ReservedWords.Null);
        return new(value, isNegated, From(start));
    }

    /// <summary>between_predicate ::= value_expression [ NOT ] BETWEEN value_expression AND value_expression</summary>
    private BetweenPredicate BetweenPredicate(ValueExpression value, bool isNegated, SourceSpan start)
    {
        var low = ValueExpression();
        Expect(ReservedWords.And);
        return new(value, isNegated, low, ValueExpression(), From(start));
    }

    /// <summary>in_predicate ::= value_expression [ NOT ] IN ( table_subquery | ( in_value_list ) )</summary>
    private SearchCondition InPredicate(ValueExpression value, bool isNegated, SourceSpan start)
    {
        if (At("(") && OpensSubquery(index)) return new InSubqueryPredicate(value, isNegated, Subquery(), From(start));
        Enter();
        Expect("(");
        var list = ValueExpressionList();
        Expect(")");
        Leave();
        return new InListPredicate(value, isNegated, list, From(start));
    }
}
