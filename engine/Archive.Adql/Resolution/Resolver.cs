using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
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
    private readonly StandardFormNotes standard = new();
    private readonly List<ResolvedWith> withQueries = [];
    private readonly List<Table> usedTables = [];
    private AggregateRules aggregates;
    private readonly AdqlOptions options;
    private readonly string queryText;
    private int sourceCount;
    private int columnCount;

    private Resolver(string queryText, TableSet tables, AdqlOptions options)
    {
        this.queryText = queryText;
        this.tables = tables;
        this.options = options;
        diagnostics = new DiagnosticBag(queryText);
    }

    /// <exception cref="AdqlException">Names are unknown or values don't fit; carries all that was found.</exception>
    public static ResolvedQuery Resolve(QuerySpecification syntax, string queryText, TableSet tables, AdqlOptions options)
    {
        var resolver = new Resolver(queryText, tables, options);
        resolver.WithClause(syntax.With);
        var select = resolver.SelectExpression(syntax.Select, null);
        resolver.diagnostics.ThrowIfAny();
        return new ResolvedQuery([.. resolver.withQueries], select, [.. resolver.usedTables], resolver.standard.Of(syntax, queryText));
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

    /// <summary>Counts columns as they are selected, since few words can ask for very many.</summary>
    private void CountColumns(int count, SourceSpan span)
    {
        columnCount += count;
        if (columnCount > options.MaximumColumns) throw new AdqlException(queryText, [LimitMessages.TooManyColumns(options.MaximumColumns, span)]);
    }

    private void CheckTermCount<T>(NodeList<T> terms)
        where T : SyntaxNode
    {
        if (terms.Count > options.MaximumTerms) throw new AdqlException(queryText, [LimitMessages.TooManyTerms(options.MaximumTerms, terms[options.MaximumTerms].Span)]);
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
