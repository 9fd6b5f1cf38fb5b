using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Queries, their select lists and their order.</summary>
internal sealed partial class Resolver
{
    private ResolvedSelect SelectExpression(SelectExpression syntax, Scope? outer)
    {
        if (syntax.Body is SelectQuery single)
        {
            var query = SelectQuery(single, outer, syntax.OrderBy, out var orderBy);
            return new ResolvedSelect(query, orderBy, syntax.Offset?.Count);
        }

        var body = Body(syntax.Body, outer);
        return new ResolvedSelect(body, ResultOrder(syntax.OrderBy, body.Columns), syntax.Offset?.Count);
    }

    private ResolvedBody Body(QuerySetExpression syntax, Scope? outer) => syntax switch
    {
        SelectQuery single => SelectQuery(single, outer, [], out _),
        NestedSelect nested => new ResolvedNestedSelect(SelectExpression(nested.Select, outer)),
        SetOperation operation => SetOperation(operation, outer),
        _ => throw new InvalidOperationException($"Unknown query {syntax.GetType().Name}."),
    };

    private ResolvedSelectQuery SelectQuery(SelectQuery syntax, Scope? outer, NodeList<OrderByTerm> orderSyntax, out NodeList<ResolvedOrder> orderBy)
    {
        var saved = aggregates;
        aggregates = default;
        var from = FromClause(syntax.From, outer, out var scope);
        var items = SelectList(syntax.Items, scope);
        var where = syntax.Where is null ? null : WithoutAggregates("WHERE", () => Condition(syntax.Where, scope));
        var groupBy = GroupBy(syntax.GroupBy, items, scope);
        var having = syntax.Having is null ? null : Condition(syntax.Having, scope);
        orderBy = OrderBy(orderSyntax, items, scope, syntax.Quantifier == SetQuantifier.Distinct);
        if (groupBy.Count > 0 || having is not null || aggregates.WasSeen)
        {
            var check = new GroupingCheck(scope.Sources, groupBy, diagnostics);
            foreach (var item in items) check.Visit(item.Expression);
            if (having is not null) check.Visit(having);
            foreach (var term in orderBy) check.Visit(term.Expression);
        }

        aggregates = saved;
        return new ResolvedSelectQuery(syntax.Quantifier == SetQuantifier.Distinct, syntax.Top?.Count, items, from, where, groupBy, having);
    }

    private T WithoutAggregates<T>(string clause, Func<T> resolve)
    {
        aggregates.ForbiddenIn = clause;
        var resolved = resolve();
        aggregates.ForbiddenIn = null;
        return resolved;
    }

    private NodeList<ResolvedItem> SelectList(NodeList<SelectItem> syntax, Scope scope)
    {
        var items = ImmutableArray.CreateBuilder<ResolvedItem>(syntax.Count);
        var names = new OutputNames();
        foreach (var item in syntax)
        {
            switch (item)
            {
                case AllColumns all:
                    AddAll(scope.AllColumns(all.Span), scope.Sources.Sum(source => source.Columns.Length), all);
                    break;
                case AllColumnsOf all when Source(all.Qualifier, scope) is { } source:
                    AddAll(Scope.ColumnsOf(source, all.Span), source.Columns.Length, all);
                    break;
                case DerivedColumn derived:
                    CountColumns(1, derived.Span);
                    items.Add(DerivedColumn(derived, scope, names, items.Count));
                    break;
            }
        }

        names.NameTheUnnamed(items);
        return new(items.DrainToImmutable());

        void AddAll(IEnumerable<VisibleColumn> columns, int count, SelectItem star)
        {
            CountColumns(count, star.Span);
            items.Capacity = Math.Max(items.Capacity, items.Count + count);
            foreach (var column in columns) items.Add(new ResolvedItem(column.Expression, column.Column));
        }
    }

    private ResolvedItem DerivedColumn(DerivedColumn syntax, Scope scope, OutputNames names, int position)
    {
        Column? described = null;
        ResolvedExpression expression;
        if (syntax.Expression is ColumnReference reference && !IsSysdate(reference, scope))
        {
            var column = ColumnReference(reference, scope);
            expression = column?.Expression ?? ResolvedNull.Instance;
            described = column?.Column;
        }
        else
        {
            expression = Value(syntax.Expression, scope);
        }

        // A result column must have a type, so NULL is the text that isn't there.
        if (expression.Type is null) expression = Coerce(expression, ColumnType.Text);
        var name = syntax.Alias?.Text ?? described?.Name;
        if (name is null) names.IsUnnamed(position, syntax.Expression);
        if (described is not null) return new ResolvedItem(expression, described.Name == name ? described : described with { Name = name! });
        return new ResolvedItem(expression, new Column { Name = name ?? "", Type = expression.Type!, Unit = UnitsOfValues.UnitOf(expression), Ucd = UcdOf(expression.Type!) });
    }

    /// <summary>A geometry that a query makes is in ICRS, as its UCD says.</summary>
    private static string? UcdOf(ColumnType type) => !type.IsGeometry ? null : GeometryParts.IsPoint(type) ? "pos.eq" : "pos.outline";

    private NodeList<ResolvedExpression> GroupBy(NodeList<ValueExpression> terms, NodeList<ResolvedItem> items, Scope scope)
    {
        if (terms.Count == 0) return [];
        CheckTermCount(terms);
        var resolved = ImmutableArray.CreateBuilder<ResolvedExpression>(terms.Count);
        foreach (var term in terms)
        {
            if (term is NumericLiteral) diagnostics.Add(TypeMessages.PositionInGroupBy(term.Span));
            else if (term is ColumnReference { Qualifier: null } name && scope.Find(name.Name, out _) is null && FindItem(items, name.Name) is { } position)
                resolved.Add(items[position].Expression);
            else resolved.Add(WithoutAggregates("GROUP BY", () => Value(term, scope)));
        }

        return new(resolved.DrainToImmutable());
    }

    /// <summary>The order of a single query: positions, names of the result, names of the tables, expressions.</summary>
    private NodeList<ResolvedOrder> OrderBy(NodeList<OrderByTerm> terms, NodeList<ResolvedItem> items, Scope scope, bool isDistinct)
    {
        if (terms.Count == 0) return [];
        CheckTermCount(terms);
        var resolved = ImmutableArray.CreateBuilder<ResolvedOrder>(terms.Count);
        foreach (var term in terms)
        {
            var position = Position(term, items.Count);
            if (position is null && term.Expression is ColumnReference { Qualifier: null } name) position = FindItem(items, name.Name) + 1;
            if (position is null)
            {
                var expression = Value(term.Expression, scope);
                for (var i = 0; i < items.Count && position is null; i++)
                {
                    if (items[i].Expression == expression) position = i + 1;
                }

                if (position is null)
                {
                    if (isDistinct && expression.Type is not null) diagnostics.Add(TypeMessages.OrderNotSelected(term.Span));
                    CheckOrdered(expression.Type, term);
                    resolved.Add(new ResolvedOrder(null, expression, term.IsDescending));
                    continue;
                }
            }

            // A list that couldn't be resolved has no entries.
            if (position <= items.Count) CheckOrdered(items[position.Value - 1].Expression.Type, term);
            resolved.Add(new ResolvedOrder(position, null, term.IsDescending));
        }

        return new(resolved.DrainToImmutable());
    }

    private void CheckOrdered(ColumnType? type, OrderByTerm term)
    {
        if (type.Kind() == TypeKind.Geometry) diagnostics.Add(GeometryMessages.NoOrder(type.Describe(), "ORDER BY", term.Span));
    }

    /// <summary>The order of a combination of queries: positions and names of the result only.</summary>
    private NodeList<ResolvedOrder> ResultOrder(NodeList<OrderByTerm> terms, ImmutableArray<Column> columns)
    {
        CheckTermCount(terms);
        var resolved = ImmutableArray.CreateBuilder<ResolvedOrder>(terms.Count);
        foreach (var term in terms)
        {
            var position = Position(term, columns.Length);
            for (var i = 0; i < columns.Length && position is null; i++)
            {
                if (term.Expression is ColumnReference { Qualifier: null } name && name.Name.Matches(columns[i].Name)) position = i + 1;
            }

            if (position is null) diagnostics.Add(NameMessages.UnknownOutputColumn(term.Span));
            else if (position <= columns.Length) CheckOrdered(columns[position.Value - 1].Type, term);
            resolved.Add(new ResolvedOrder(position ?? 1, null, term.IsDescending));
        }

        return new(resolved.DrainToImmutable());
    }

    /// <summary>The position that a term gives as a number; null if it isn't a number.</summary>
    private int? Position(OrderByTerm term, int count)
    {
        if (term.Expression is not NumericLiteral { IsInteger: true } literal) return null;
        if (int.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= count) return position;
        diagnostics.Add(NameMessages.PositionOutOfRange(literal.Text, count, term.Span));
        return 1;
    }

    /// <summary>Index of the only entry of the select list with this name; null if there is none, or if several differ.</summary>
    private static int? FindItem(NodeList<ResolvedItem> items, Identifier name)
    {
        int? found = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (!name.Matches(items[i].Column.Name)) continue;
            if (found is null) found = i;
            else if (items[i].Expression != items[found.Value].Expression) return null;
        }

        return found;
    }
}
