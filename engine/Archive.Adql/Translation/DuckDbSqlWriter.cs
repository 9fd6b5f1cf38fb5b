using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Translation.Joins;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>Writes one query. This part holds queries.</summary>
/// <param name="sql">Takes the SQL.</param>
/// <param name="options">What the query may use.</param>
/// <param name="partitionOrderOnly">Sources that are read in the order of their partitions, even if they are searched by position.</param>
internal sealed partial class DuckDbSqlWriter(StringBuilder sql, AdqlOptions options, IReadOnlySet<TableSource> partitionOrderOnly)
{
    private const long LargestLimitOfSortedRows = 10_000;

    private readonly ImmutableArray<SqlParameter>.Builder parameters = ImmutableArray.CreateBuilder<SqlParameter>();
    private readonly Dictionary<SqlParameter, int> parameterNumbers = [];

    public ImmutableArray<SqlParameter> Parameters => parameters.ToImmutable();

    public void Query(ResolvedQuery query)
    {
        for (var i = 0; i < query.With.Count; i++)
        {
            sql.Append(i == 0 ? "WITH " : ", ").Append('w').Append(query.With[i].Number).Append(" AS (");
            Select(query.With[i].Select, null, named: true);
            sql.Append(')');
        }

        followsWith = query.With.Count > 0;
        Select(query.Select, options.RowLimit, named: false);
    }

    /// <param name="select">The query.</param>
    /// <param name="rowLimit">Rows at most, besides the query's own TOP.</param>
    /// <param name="named">Call the columns c1, c2, ..., so that a query around can name them.</param>
    private void Select(ResolvedSelect select, long? rowLimit, bool named)
    {
        var top = select.Body is ResolvedSelectQuery query ? query.Top : null;
        if (select.Body is ResolvedSelectQuery single) SelectQuery(single, named);
        else SetOperand(select.Body, named, isWhole: true);
        for (var i = 0; i < select.OrderBy.Count; i++)
        {
            sql.Append(i == 0 ? " ORDER BY " : ", ");
            var term = select.OrderBy[i];
            if (term.Position is { } position) sql.Append(position);
            else Term(term.Expression!);
            sql.Append(term.IsDescending ? " DESC NULLS LAST" : " NULLS LAST");
        }

        // Whoever asks for some rows at most stops fetching; written as LIMIT it would keep DuckDB from working on all processors. Few rows of a sorted
        // result are another matter: they needn't all be sorted.
        var limit = top is { } own ? Math.Min(own, rowLimit ?? own) : select.OrderBy.Count > 0 && rowLimit <= LargestLimitOfSortedRows ? rowLimit : null;
        if (limit is not null) sql.Append(" LIMIT ").Append(limit);
        if (select.Offset is { } offset) sql.Append(" OFFSET ").Append(offset);
    }

    private void SelectQuery(ResolvedSelectQuery query, bool named)
    {
        var around = joins;
        joins = PositionJoins.Of(query);
        FindSearchedSources(query, joins);
        NumberedRows();
        sql.Append(query.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        for (var i = 0; i < query.Items.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            Value(query.Items[i].Expression);
            if (named) sql.Append(" AS c").Append(i + 1);
        }

        for (var i = 0; i < query.From.Count; i++)
        {
            sql.Append(i == 0 ? " FROM " : ", ");
            TableReference(query.From[i]);
        }

        if (query.Where is not null)
        {
            sql.Append(" WHERE ");
            if (ReadsRestLate(query) is { } table) AmongRows(table, query.Where);
            else Condition(query.Where);
        }

        for (var i = 0; i < query.GroupBy.Count; i++)
        {
            sql.Append(i == 0 ? " GROUP BY " : ", ");
            Term(query.GroupBy[i]);
        }

        if (query.Having is not null)
        {
            sql.Append(" HAVING ");
            Condition(query.Having);
        }

        joins = around;
    }

    /// <summary>A bare whole number would be taken for a position, another is refused.</summary>
    private void Term(ResolvedExpression expression) => Value(expression is ResolvedInteger or ResolvedReal or ResolvedNull ? new ResolvedCast(expression, expression.Type ?? ColumnType.Int) : expression);

    private void SetOperand(ResolvedBody body, bool named, bool isWhole)
    {
        EndWith();
        switch (body)
        {
            case ResolvedSetOperation operation:
                if (!isWhole) sql.Append('(');
                SetOperand(operation.Left, named, isWhole: false);
                sql.Append(operation.Operator switch
                {
                    SetOperator.Union => " UNION ",
                    SetOperator.Except => " EXCEPT ",
                    _ => " INTERSECT ",
                });
                if (operation.IsAll) sql.Append("ALL ");
                SetOperand(operation.Right, named, isWhole: false);
                if (!isWhole) sql.Append(')');
                break;
            case ResolvedSelectQuery query:
                sql.Append('(');
                Select(new ResolvedSelect(query, [], null), null, named);
                sql.Append(')');
                break;
            case ResolvedNestedSelect nested:
                sql.Append('(');
                Select(nested.Select, null, named);
                sql.Append(')');
                break;
        }
    }

    private void QuotedName(string name) => sql.Append('"').Append(name.Contains('"', StringComparison.Ordinal) ? name.Replace("\"", "\"\"", StringComparison.Ordinal) : name).Append('"');

    /// <summary>Equal values are one parameter: else DuckDB wouldn't see that an expression in the select list is the one in GROUP BY.</summary>
    private void Parameter(SqlParameter parameter)
    {
        if (!parameterNumbers.TryGetValue(parameter, out var number))
        {
            parameters.Add(parameter);
            number = parameters.Count;
            parameterNumbers.Add(parameter, number);
        }

        sql.Append('$').Append(number);
    }

    private void Real(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        sql.Append(text);
        // Without an exponent DuckDB would take it for a DECIMAL.
        if (!text.Contains('E', StringComparison.Ordinal)) sql.Append("e0");
    }
}
