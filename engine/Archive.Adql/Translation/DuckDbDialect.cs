using System.Collections.Immutable;
using System.Text;
using Archive.Adql.Resolution.Tree;

namespace Archive.Adql.Translation;

/// <summary>
/// Writes a resolved query in DuckDB's SQL; nothing else in the archive writes SQL of queries. A pure function. Of the user's text nothing gets into the SQL: texts
/// and times become parameters, numbers are written anew, tables get aliases <c>t1</c>, <c>t2</c>, ..., and columns keep the catalogue's names or become <c>c1</c>,
/// <c>c2</c>, ... of a subquery.
/// </summary>
/// <remarks>
/// What ADQL leaves open is decided so: the quotient of two whole numbers is a double (as on Oracle, where <c>5/3600</c> isn't 0); sums and products of whole numbers
/// are BIGINT; nulls come last in either order. A table that a predicate searches by position is read from its copy in the order of the sky.
/// </remarks>
public static class DuckDbDialect
{
    [ThreadStatic]
    private static StringBuilder? spare;

    public static TranslatedQuery Translate(ResolvedQuery query, AdqlOptions options)
    {
        var sql = spare ?? new StringBuilder(1024);
        spare = null;
        var writer = Write(query, options, sql, ImmutableHashSet<TableSource>.Empty);
        if (writer.Lacking.Count > 0) writer = Write(query, options, sql, writer.Lacking);
        var translated = new TranslatedQuery
        {
            Sql = sql.ToString(),
            Parameters = writer.Parameters,
            Columns = query.Select.Columns,
            Top = query.Select.Body is ResolvedSelectQuery { Top: { } top } ? top : null,
            Tables = query.Tables,
            Standard = query.Standard,
        };
        // A builder that one huge query has grown isn't kept.
        if (sql.Capacity <= 1 << 16) spare = sql;
        return translated;
    }

    private static DuckDbSqlWriter Write(ResolvedQuery query, AdqlOptions options, StringBuilder sql, IReadOnlySet<TableSource> partitionOrderOnly)
    {
        var writer = new DuckDbSqlWriter(sql.Clear(), options, partitionOrderOnly);
        writer.Query(query);
        return writer;
    }
}
