using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>UNION, EXCEPT, INTERSECT (ADQL 2.1, section 4.6).</summary>
internal sealed partial class Resolver
{
    private ResolvedSetOperation SetOperation(SetOperation syntax, Scope? outer)
    {
        var left = Body(syntax.Left, outer);
        var right = Body(syntax.Right, outer);
        if (left.Columns.Length != right.Columns.Length)
        {
            diagnostics.Add(TypeMessages.SetColumnCounts(left.Columns.Length, right.Columns.Length, syntax.Span));
            return new ResolvedSetOperation(syntax.Operator, syntax.IsAll, left, right);
        }

        var types = new ColumnType[left.Columns.Length];
        for (var i = 0; i < types.Length; i++)
        {
            var (first, second) = (left.Columns[i].Type, right.Columns[i].Type);
            types[i] = CommonType(first, second) ?? first;
            if (CommonType(first, second) is null)
                diagnostics.Add(TypeMessages.SetColumnTypes(left.Columns[i].Name, ((ColumnType?)first).Describe(), ((ColumnType?)second).Describe(), syntax.Span));
        }

        return new ResolvedSetOperation(syntax.Operator, syntax.IsAll, WithTypes(left, types), WithTypes(right, types));
    }

    /// <summary>The same query with its columns cast to these types where they differ.</summary>
    private static ResolvedBody WithTypes(ResolvedBody body, ColumnType[] types)
    {
        var fits = true;
        for (var i = 0; i < types.Length; i++) fits &= body.Columns[i].Type == types[i];
        if (fits) return body;
        switch (body)
        {
            case ResolvedSelectQuery query:
                var items = ImmutableArray.CreateBuilder<ResolvedItem>(types.Length);
                for (var i = 0; i < types.Length; i++)
                    items.Add(new ResolvedItem(Coerce(query.Items[i].Expression, types[i]), query.Items[i].Column with { Type = types[i] }));
                return new ResolvedSelectQuery(query.IsDistinct, query.Top, new(items.MoveToImmutable()), query.From, query.Where, query.GroupBy, query.Having);
            case ResolvedSetOperation operation:
                return new ResolvedSetOperation(operation.Operator, operation.IsAll, WithTypes(operation.Left, types), WithTypes(operation.Right, types));
            case ResolvedNestedSelect nested:
                return new ResolvedNestedSelect(nested.Select with { Body = WithTypes(nested.Select.Body, types) });
            default:
                throw new InvalidOperationException($"Unknown query {body.GetType().Name}.");
        }
    }
}
