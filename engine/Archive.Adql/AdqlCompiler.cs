using Archive.Adql.Diagnostics;
using Archive.Adql.Parsing;
using Archive.Adql.Resolution;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;

namespace Archive.Adql;

/// <summary>The way of a query (ADQL 2.1) from text to SQL. Each step is a pure function of what it is given, and threads may share all of it.</summary>
public static class AdqlCompiler
{
    /// <exception cref="AdqlException">The text isn't ADQL, or names or values don't fit; says where and what to do.</exception>
    public static TranslatedQuery Compile(string text, TableSet tables, AdqlOptions options)
    {
        var syntax = Parse(text, options);
        var resolved = Resolve(syntax, text, tables, options);
        return Translate(resolved, options);
    }

    /// <summary>Text to syntax tree.</summary>
    /// <exception cref="AdqlException">The text isn't a query; carries the first error.</exception>
    public static QuerySpecification Parse(string text, AdqlOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        return Parser.Parse(text, options);
    }

    /// <summary>Syntax tree to resolved tree.</summary>
    /// <param name="syntax">What <see cref="Parse"/> made of the text.</param>
    /// <param name="text">The text, for messages.</param>
    /// <param name="tables">The tables that the query may name.</param>
    /// <param name="options">What the query may use.</param>
    /// <exception cref="AdqlException">Names are unknown or values don't fit; carries all errors.</exception>
    public static ResolvedQuery Resolve(QuerySpecification syntax, string text, TableSet tables, AdqlOptions options) => Resolver.Resolve(syntax, text, tables, options);

    /// <summary>Resolved tree to SQL.</summary>
    public static TranslatedQuery Translate(ResolvedQuery query, AdqlOptions options) => DuckDbDialect.Translate(query, options);
}
