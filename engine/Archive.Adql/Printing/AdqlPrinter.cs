using System.Text;
using Archive.Adql.Syntax;

namespace Archive.Adql.Printing;

/// <summary>
/// Writes a syntax tree as ADQL: words in upper case, one blank between tokens, no brackets beyond the needed. Parsing what it wrote gives an equal tree. This part holds
/// queries and tables.
/// </summary>
public sealed partial class AdqlPrinter
{
    private readonly StringBuilder text = new();

    private readonly Func<ValueExpression, ValueExpression>? inPlaceOf;

    private AdqlPrinter(Func<ValueExpression, ValueExpression>? inPlaceOf) => this.inPlaceOf = inPlaceOf;

    /// <param name="query">The query.</param>
    /// <param name="inPlaceOf">Gives for each value the one to print in its place, which may be the same.</param>
    public static string Print(QuerySpecification query, Func<ValueExpression, ValueExpression>? inPlaceOf = null)
    {
        var printer = new AdqlPrinter(inPlaceOf);
        for (var i = 0; i < query.With.Count; i++)
        {
            printer.text.Append(i == 0 ? "WITH " : ", ");
            printer.Name(query.With[i].Name);
            printer.text.Append(" AS ");
            printer.Subquery(query.With[i].Select);
            if (i == query.With.Count - 1) printer.text.Append(' ');
        }

        printer.Select(query.Select);
        return printer.text.ToString();
    }

    private void Select(SelectExpression select)
    {
        Body(select.Body);
        for (var i = 0; i < select.OrderBy.Count; i++)
        {
            text.Append(i == 0 ? " ORDER BY " : ", ");
            Value(select.OrderBy[i].Expression);
            if (select.OrderBy[i].IsDescending) text.Append(" DESC");
        }

        if (select.Offset is { } offset) text.Append(" OFFSET ").Append(offset.Count);
    }

    private void Subquery(SelectExpression select)
    {
        text.Append('(');
        Select(select);
        text.Append(')');
    }

    private void Body(QuerySetExpression body)
    {
        switch (body)
        {
            case SelectQuery query:
                SelectQuery(query);
                break;
            case NestedSelect nested:
                Subquery(nested.Select);
                break;
            case SetOperation operation:
                SetOperation(operation);
                break;
        }
    }

    /// <summary>UNION and EXCEPT are read from left to right, INTERSECT before them; whatever else the tree says needs brackets.</summary>
    private void SetOperation(SetOperation operation)
    {
        var isIntersect = operation.Operator == SetOperator.Intersect;
        Operand(operation.Left, isIntersect && operation.Left is SetOperation { Operator: not SetOperator.Intersect });
        text.Append(operation.Operator switch
        {
            SetOperator.Union => " UNION ",
            SetOperator.Except => " EXCEPT ",
            _ => " INTERSECT ",
        });
        if (operation.IsAll) text.Append("ALL ");
        Operand(operation.Right, operation.Right is SetOperation right && (isIntersect || right.Operator != SetOperator.Intersect));

        void Operand(QuerySetExpression operand, bool needsBrackets)
        {
            if (needsBrackets) text.Append('(');
            Body(operand);
            if (needsBrackets) text.Append(')');
        }
    }

    private void SelectQuery(SelectQuery query)
    {
        text.Append("SELECT ");
        if (query.Quantifier is { } quantifier) text.Append(quantifier == SetQuantifier.Distinct ? "DISTINCT " : "ALL ");
        if (query.Top is { } top) text.Append("TOP ").Append(top.Count).Append(' ');
        for (var i = 0; i < query.Items.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Item(query.Items[i]);
        }

        for (var i = 0; i < query.From.Count; i++)
        {
            text.Append(i == 0 ? " FROM " : ", ");
            Table(query.From[i]);
        }

        if (query.Where is not null)
        {
            text.Append(" WHERE ");
            Condition(query.Where);
        }

        for (var i = 0; i < query.GroupBy.Count; i++)
        {
            text.Append(i == 0 ? " GROUP BY " : ", ");
            Value(query.GroupBy[i]);
        }

        if (query.Having is null) return;
        text.Append(" HAVING ");
        Condition(query.Having);
    }

    private void Item(SelectItem item)
    {
        switch (item)
        {
            case AllColumns:
                text.Append('*');
                break;
            case AllColumnsOf all:
                TableName(all.Qualifier);
                text.Append(".*");
                break;
            case DerivedColumn derived:
                Value(derived.Expression);
                Alias(derived.Alias);
                break;
        }
    }

    private void Table(TableReference reference)
    {
        switch (reference)
        {
            case NamedTable named:
                TableName(named.Name);
                Alias(named.CorrelationName);
                break;
            case DerivedTable derived:
                Subquery(derived.Select);
                Alias(derived.CorrelationName);
                break;
            case JoinedTable joined:
                Join(joined);
                break;
        }
    }

    private void Join(JoinedTable join)
    {
        Table(join.Left);
        if (join.Specification is null) text.Append(" NATURAL");
        text.Append(join.Type switch
        {
            JoinType.Inner => " JOIN ",
            JoinType.Left => " LEFT JOIN ",
            JoinType.Right => " RIGHT JOIN ",
            _ => " FULL JOIN ",
        });
        var isNested = join.Right is JoinedTable;
        if (isNested) text.Append('(');
        Table(join.Right);
        if (isNested) text.Append(')');
        switch (join.Specification)
        {
            case JoinCondition on:
                text.Append(" ON ");
                Condition(on.Condition);
                break;
            case NamedColumnsJoin named:
                for (var i = 0; i < named.Columns.Count; i++)
                {
                    text.Append(i == 0 ? " USING (" : ", ");
                    Name(named.Columns[i]);
                }

                text.Append(')');
                break;
        }
    }

    private void Alias(Identifier? alias)
    {
        if (alias is null) return;
        text.Append(" AS ");
        Name(alias);
    }

    private void TableName(TableName name)
    {
        for (var i = 0; i < name.Parts.Count; i++)
        {
            if (i > 0) text.Append('.');
            Name(name.Parts[i]);
        }
    }

    private void Name(Identifier name)
    {
        if (!name.IsDelimited) text.Append(name.Text);
        else text.Append('"').Append(name.Text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
