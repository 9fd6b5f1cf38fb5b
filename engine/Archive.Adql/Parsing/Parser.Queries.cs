using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;

namespace Archive.Adql.Parsing;

/// <summary>Productions of whole queries and the clauses that aren't tables or conditions.</summary>
internal sealed partial class Parser
{
    /// <summary>query_specification ::= [ with_clause ] select_expression; semicolons may follow.</summary>
    private QuerySpecification QuerySpecification()
    {
        var start = Current.Span;
        if (Current.Kind == TokenKind.End) throw Error(SyntaxMessages.EmptyQuery(start));
        if (!At(ReservedWords.Select) && !At(ReservedWords.With) && !At("(")) throw NotAQuery();
        var query = new QuerySpecification(WithClause(), SelectExpression(), From(start));
        if (Accept(";"))
        {
            while (Accept(";"))
            {
            }

            if (Current.Kind != TokenKind.End) throw Error(SyntaxMessages.SecondStatement(Current.Span));
        }

        return Current.Kind == TokenKind.End ? query : throw Expected(EndOfQuery);
    }

    /// <summary>with_clause ::= WITH with_query {, with_query}</summary>
    private NodeList<WithQuery> WithClause()
    {
        if (!Accept(ReservedWords.With)) return [];
        var queries = ImmutableArray.CreateBuilder<WithQuery>();
        do queries.Add(WithQuery());
        while (Accept(","));
        return new(queries.DrainToImmutable());
    }

    /// <summary>with_query ::= query_name AS (select_expression)</summary>
    private WithQuery WithQuery()
    {
        var name = Identifier("the name of a query");
        if (Current.IsIdentifier && name.Text.Equals("recursive", StringComparison.OrdinalIgnoreCase)) throw Error(DialectMessages.Recursive(name.Span));
        if (At("(")) throw Error(DialectMessages.WithColumns(Current.Span));
        Expect(ReservedWords.As);
        return new(name, Subquery(), From(name.Span));
    }

    /// <summary>subquery ::= ( query_expression )</summary>
    private SelectExpression Subquery()
    {
        Enter();
        Expect("(");
        if (At(ReservedWords.With)) throw Error(SyntaxMessages.NestedWith(Current.Span));
        var select = SelectExpression();
        Expect(")");
        Leave();
        return select;
    }

    /// <summary>select_expression ::= query_set_expression [ order_by_clause ] [ offset_clause ]</summary>
    private SelectExpression SelectExpression()
    {
        var start = Current.Span;
        var body = QuerySetExpression();
        var orderBy = OrderByClause();
        var offset = OffsetClause();
        return body is NestedSelect nested && orderBy.Count == 0 && offset is null ? nested.Select : new(body, orderBy, offset, From(start));
    }

    /// <summary>query_set_expression: UNION and EXCEPT, from left to right.</summary>
    private QuerySetExpression QuerySetExpression()
    {
        var start = Current.Span;
        var left = QuerySetTerm();
        while (At(ReservedWords.Union) || At(ReservedWords.Except))
        {
            CountOperator();
            var setOperator = Take().Text == ReservedWords.Union ? SetOperator.Union : SetOperator.Except;
            left = new SetOperation(setOperator, Accept(ReservedWords.All), left, QuerySetTerm(), From(start));
        }

        return left;
    }

    /// <summary>query_set_term: INTERSECT, which binds tighter than the others.</summary>
    private QuerySetExpression QuerySetTerm()
    {
        var start = Current.Span;
        var left = QuerySetPrimary();
        while (At(ReservedWords.Intersect))
        {
            CountOperator();
            Take();
            left = new SetOperation(SetOperator.Intersect, Accept(ReservedWords.All), left, QuerySetPrimary(), From(start));
        }

        return left;
    }

    /// <summary>query_set_primary ::= select_query | ( select_expression )</summary>
    private QuerySetExpression QuerySetPrimary()
    {
        if (!At("(")) return SelectQuery();
        var start = Current.Span;
        var select = Subquery();
        return select.OrderBy.Count == 0 && select.Offset is null ? select.Body : new NestedSelect(select, From(start));
    }

    /// <summary>select_query ::= SELECT [ set_quantifier ] [ set_limit ] select_list from_clause [ where_clause ] [ group_by_clause ] [ having_clause ]</summary>
    private SelectQuery SelectQuery()
    {
        var start = Expect(ReservedWords.Select).Span;
        var quantifier = SetQuantifier();
        var top = SetLimit();
        var items = SelectList();
        var from = FromClause();
        var where = Accept(ReservedWords.Where) ? SearchCondition() : null;
        var groupBy = GroupByClause();
        var having = Accept(ReservedWords.Having) ? SearchCondition() : null;
        return new(quantifier, top, items, from, where, groupBy, having, From(start));
    }

    /// <summary>set_quantifier ::= DISTINCT | ALL</summary>
    private SetQuantifier? SetQuantifier() =>
        Accept(ReservedWords.Distinct) ? Syntax.SetQuantifier.Distinct : Accept(ReservedWords.All) ? Syntax.SetQuantifier.All : null;

    /// <summary>set_limit ::= TOP unsigned_decimal</summary>
    private SetLimit? SetLimit()
    {
        if (!At(ReservedWords.Top)) return null;
        var start = Take().Span;
        return new(RowCount(), From(start));
    }

    /// <summary>select_list ::= * | select_sublist [ { , select_sublist }... ]</summary>
    private NodeList<SelectItem> SelectList()
    {
        if (At("*"))
        {
            var star = Take().Span;
            return At(",") ? throw Error(SyntaxMessages.StarWithOthers(star)) : [new AllColumns(star)];
        }

        var items = ImmutableArray.CreateBuilder<SelectItem>();
        do items.Add(SelectSublist());
        while (Accept(","));
        return new(items.DrainToImmutable());
    }

    /// <summary>select_sublist ::= derived_column | qualifier.*</summary>
    private SelectItem SelectSublist()
    {
        if (At("*")) throw Error(SyntaxMessages.StarWithOthers(Current.Span));
        var start = Current.Span;
        if (QualifiedStarParts() is var parts and > 0)
        {
            var names = ImmutableArray.CreateBuilder<Identifier>(parts);
            for (var i = 0; i < parts; i++)
            {
                names.Add(ToIdentifier(Take()));
                Expect(".");
            }

            var qualifier = new TableName(new(names.MoveToImmutable()), From(start));
            Expect("*");
            return new AllColumnsOf(qualifier, From(start));
        }

        return new DerivedColumn(ValueExpression(), AsClause("the name of the column"), From(start));
    }

    /// <summary>How many names stand before <c>.*</c> here; 0 if it isn't one.</summary>
    private int QualifiedStarParts()
    {
        for (var parts = 1; parts <= 3; parts++)
        {
            var at = index + (2 * (parts - 1));
            if (at + 2 >= tokens.Count || !tokens[at].IsIdentifier || !tokens[at + 1].Is(".")) return 0;
            if (tokens[at + 2].Is("*")) return parts;
        }

        return 0;
    }

    /// <summary>as_clause ::= [ AS ] column_name, and correlation_specification, which looks the same; null where there is none.</summary>
    private Identifier? AsClause(string what) => Accept(ReservedWords.As) || Current.IsIdentifier ? Identifier(what) : null;

    /// <summary>group_by_clause ::= GROUP BY group_by_term_list</summary>
    private NodeList<ValueExpression> GroupByClause()
    {
        if (!Accept(ReservedWords.Group)) return [];
        Expect(ReservedWords.By);
        return ValueExpressionList();
    }

    /// <summary>order_by_clause ::= ORDER BY order_by_term_list</summary>
    private NodeList<OrderByTerm> OrderByClause()
    {
        if (!Accept(ReservedWords.Order)) return [];
        Expect(ReservedWords.By);
        var terms = ImmutableArray.CreateBuilder<OrderByTerm>();
        do terms.Add(OrderByTerm());
        while (Accept(","));
        return new(terms.DrainToImmutable());
    }

    /// <summary>order_by_term ::= order_by_expression [ ASC | DESC ]</summary>
    private OrderByTerm OrderByTerm()
    {
        var start = Current.Span;
        var expression = ValueExpression();
        var isDescending = !Accept(ReservedWords.Asc) && Accept(ReservedWords.Desc);
        return new(expression, isDescending, From(start));
    }

    /// <summary>offset_clause ::= OFFSET unsigned_decimal</summary>
    private OffsetClause? OffsetClause()
    {
        if (!At(ReservedWords.Offset)) return null;
        var start = Take().Span;
        return new(RowCount(), From(start));
    }
}
