using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>
/// Gives every name its table or column and every value its type. Goes on after an error, so that all wrong names are reported at once; what has an error
/// counts as NULL from there on, which fits anywhere and so makes no further errors.
/// </summary>
internal sealed partial class Resolver
{
    private readonly TableSet tables;
    private readonly DiagnosticBag diagnostics;
    private readonly List<ResolvedWith> withQueries = [];
    private readonly List<Table> usedTables = [];
    private AggregateRules aggregates;
    private int sourceCount;

    private Resolver(string queryText, TableSet tables)
    {
        this.tables = tables;
        diagnostics = new DiagnosticBag(queryText);
    }

    /// <exception cref="AdqlException">Names are unknown or values don't fit; carries all that was found.</exception>
    public static ResolvedQuery Resolve(QuerySpecification syntax, string queryText, TableSet tables)
    {
        var resolver = new Resolver(queryText, tables);
        resolver.WithClause(syntax.With);
        var select = resolver.SelectExpression(syntax.Select, null);
        resolver.diagnostics.ThrowIfAny();
        return new ResolvedQuery([.. resolver.withQueries], select, [.. resolver.usedTables]);
    }

    private void WithClause(NodeList<WithQuery> queries)
    {
        foreach (var query in queries)
        {
            if (withQueries.Exists(other => query.Name.Matches(other.Name))) diagnostics.Add(NameMessages.DuplicateQueryName(query.Name));
            var select = SelectExpression(query.Select, null);
            withQueries.Add(new ResolvedWith(withQueries.Count + 1, query.Name.Text, select));
        }
    }

    private ResolvedNull Fail(AdqlDiagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return ResolvedNull.Instance;
    }

    /// <summary>Where aggregate functions may stand at the moment, and whether one was seen.</summary>
    private struct AggregateRules
    {
        /// <summary>The clause that has none; null where they may stand.</summary>
        public string? ForbiddenIn;

        public bool IsInside;

        public bool WasSeen;
    }
}
