using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>FROM: tables, subqueries, joins.</summary>
internal sealed partial class Resolver
{
    private NodeList<ResolvedTableReference> FromClause(NodeList<TableReference> references, Scope? outer, out Scope scope)
    {
        var resolved = ImmutableArray.CreateBuilder<ResolvedTableReference>(references.Count);
        scope = new Scope(outer);
        foreach (var reference in references)
        {
            var part = new Scope(outer);
            if (TableReference(reference, part, outer) is { } table) resolved.Add(table);
            Append(scope, part);
        }

        return new(resolved.DrainToImmutable());
    }

    /// <summary>Resolves one entry and fills the scope with what it brings; null if it has an error.</summary>
    private ResolvedTableReference? TableReference(TableReference reference, Scope scope, Scope? outer) => reference switch
    {
        NamedTable named => NamedTable(named, scope),
        DerivedTable derived => DerivedTable(derived, scope, outer),
        JoinedTable joined => JoinedTable(joined, scope, outer),
        _ => throw new InvalidOperationException($"Unknown table reference {reference.GetType().Name}."),
    };

    private ResolvedTableReference? NamedTable(NamedTable reference, Scope scope)
    {
        var parts = reference.Name.Parts;
        var name = reference.Name.Last;
        var exposed = reference.CorrelationName ?? name;
        if (parts.Count == 1 && withQueries.Find(query => name.Matches(query.Name)) is { } with)
        {
            var withSource = new TableSource(++sourceCount, exposed, with.Select.Columns);
            scope.Add(withSource);
            return new ResolvedWithReference(withSource, with);
        }

        var table = parts.Count switch
        {
            1 => tables.Find(null, name.Text),
            2 => tables.Find(parts[0].Text, name.Text),
            _ => null,
        };
        if (table is null || !name.Matches(table.Name) || (parts.Count == 2 && !parts[0].Matches(table.Schema)))
        {
            var written = string.Join('.', parts.Select(part => part.Text));
            diagnostics.Add(NameMessages.UnknownTable(written, reference.Name.Span, NearestName.Find(written, tables.Tables.Select(known => known.ListedName))));
            scope.IsIncomplete = true;
            return null;
        }

        if (!usedTables.Contains(table)) usedTables.Add(table);
        var source = new TableSource(++sourceCount, exposed, table);
        scope.Add(source);
        return new ResolvedTable(source, table);
    }

    private ResolvedDerivedTable DerivedTable(DerivedTable reference, Scope scope, Scope? outer)
    {
        var select = SelectExpression(reference.Select, outer);
        var source = new TableSource(++sourceCount, reference.CorrelationName, select.Columns);
        scope.Add(source);
        return new ResolvedDerivedTable(source, select);
    }

    private ResolvedJoin? JoinedTable(JoinedTable join, Scope scope, Scope? outer)
    {
        Scope leftScope = new(outer), rightScope = new(outer);
        var left = TableReference(join.Left, leftScope, outer);
        var right = TableReference(join.Right, rightScope, outer);
        Append(scope, leftScope);
        Append(scope, rightScope);
        if (left is null || right is null) return null;

        var condition = join.Specification switch
        {
            JoinCondition on => JoinCondition(on, scope),
            NamedColumnsJoin named => NamedColumns(join.Type, named.Columns, leftScope, rightScope, scope),
            _ => NaturalJoin(join, leftScope, rightScope, scope),
        };
        return condition is null ? null : new ResolvedJoin(join.Type, left, right, condition);
    }

    private ResolvedCondition JoinCondition(JoinCondition on, Scope scope)
    {
        var saved = aggregates;
        aggregates.ForbiddenIn = "ON";
        var condition = Condition(on.Condition, scope);
        aggregates = saved;
        return condition;
    }

    private ResolvedCondition? NaturalJoin(JoinedTable join, Scope leftScope, Scope rightScope, Scope scope)
    {
        var common = ImmutableArray.CreateBuilder<Identifier>();
        var rightNames = rightScope.AllColumns(join.Span).Select(column => column.Column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in leftScope.AllColumns(join.Span))
        {
            if (rightNames.Contains(column.Column.Name)) common.Add(new Identifier(column.Column.Name, false, join.Span));
        }

        if (common.Count > 0) return NamedColumns(join.Type, new(common.DrainToImmutable()), leftScope, rightScope, scope);
        diagnostics.Add(NameMessages.NoCommonColumns(join.Span));
        return null;
    }

    private ResolvedCondition? NamedColumns(JoinType type, NodeList<Identifier> names, Scope leftScope, Scope rightScope, Scope scope)
    {
        var equalities = ImmutableArray.CreateBuilder<ResolvedCondition>(names.Count);
        foreach (var name in names)
        {
            if (Column(name, leftScope) is not { } left || Column(name, rightScope) is not { } right) continue;
            var (leftValue, rightValue) = Comparable(left.Expression, right.Expression, name.Span, name.Span);
            equalities.Add(new ResolvedComparison(ComparisonOperator.Equal, leftValue, rightValue));
            var value = type switch
            {
                JoinType.Right => right,
                JoinType.Full when left.Expression.Type is { } commonType => new VisibleColumn(
                    new ResolvedFunction(ScalarFunctions.Coalesce, [left.Expression, Coerce(right.Expression, commonType)], commonType), left.Column),
                _ => left,
            };
            scope.Merge(value, left.Expression, right.Expression);
        }

        return equalities.Count switch { 0 => null, 1 => equalities[0], _ => new ResolvedAnd(new(equalities.DrainToImmutable())) };
    }

    /// <summary>Adds one side's scope to that of the whole; no two tables may have one name.</summary>
    private void Append(Scope scope, Scope part)
    {
        foreach (var source in part.Sources)
        {
            foreach (var other in scope.Sources)
            {
                // SCHEMA_A.t and SCHEMA_B.t differ although both end in t; only two equal aliases, or the same table twice, can't be told apart.
                if (source.Name.Matches(other.Name) && (source.Table is null || source.Table == other.Table || other.Table is null))
                    diagnostics.Add(NameMessages.DuplicateTableName(source.Name));
            }
        }

        scope.Add(part);
    }
}
