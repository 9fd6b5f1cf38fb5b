using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;
using Archive.Adql.Text;

namespace Archive.Adql.Parsing;

/// <summary>Productions of FROM.</summary>
internal sealed partial class Parser
{
    /// <summary>from_clause ::= FROM table_reference [ { , table_reference }... ]</summary>
    private NodeList<TableReference> FromClause()
    {
        Expect(ReservedWords.From);
        var tables = ImmutableArray.CreateBuilder<TableReference>();
        do
        {
            CountOperator();
            tables.Add(TableReference());
        }
        while (Accept(","));
        return new(tables.DrainToImmutable());
    }

    /// <summary>table_reference, with the joins that follow it, from left to right.</summary>
    private TableReference TableReference()
    {
        var start = Current.Span;
        var left = TablePrimary();
        while (AtJoin())
        {
            CountOperator();
            left = QualifiedJoin(left, start);
        }

        return left;
    }

    private bool AtJoin() => Current.Kind == TokenKind.ReservedWord && Current.Text
        is ReservedWords.Natural or ReservedWords.Join or ReservedWords.Inner or ReservedWords.Left or ReservedWords.Right or ReservedWords.Full or ReservedWords.Cross;

    /// <summary>qualified_join ::= table_reference [ NATURAL ] [ join_type ] JOIN table_reference [ join_specification ]</summary>
    private JoinedTable QualifiedJoin(TableReference left, SourceSpan start)
    {
        if (At(ReservedWords.Cross)) throw Error(SyntaxMessages.CrossJoin(Current.Span));
        var isNatural = Accept(ReservedWords.Natural);
        var type = JoinType();
        var join = Expect(ReservedWords.Join).Span;
        var right = TablePrimary();
        var specification = JoinSpecification();
        if (isNatural && specification is not null) throw Error(SyntaxMessages.NaturalJoinWithCondition(specification.Span));
        if (!isNatural && specification is null) throw Error(SyntaxMessages.JoinWithoutCondition(join));
        return new(type, left, right, specification, From(start));
    }

    /// <summary>join_type ::= INNER | ( LEFT | RIGHT | FULL ) [ OUTER ]; INNER where none is said.</summary>
    private JoinType JoinType()
    {
        if (Accept(ReservedWords.Inner) || At(ReservedWords.Join)) return Syntax.JoinType.Inner;
        var type = Current.Kind == TokenKind.ReservedWord ? Current.Text : "";
        if (type is not (ReservedWords.Left or ReservedWords.Right or ReservedWords.Full)) throw Expected("JOIN");
        index++;
        Accept(ReservedWords.Outer);
        return type switch
        {
            ReservedWords.Left => Syntax.JoinType.Left,
            ReservedWords.Right => Syntax.JoinType.Right,
            _ => Syntax.JoinType.Full,
        };
    }

    /// <summary>join_specification ::= ON search_condition | USING ( column_name_list )</summary>
    private JoinSpecification? JoinSpecification()
    {
        var start = Current.Span;
        if (Accept(ReservedWords.On)) return new JoinCondition(SearchCondition(), From(start));
        if (!Accept(ReservedWords.Using)) return null;
        Expect("(");
        var columns = ImmutableArray.CreateBuilder<Identifier>();
        do columns.Add(Identifier("the name of a column"));
        while (Accept(","));
        Expect(")");
        return new NamedColumnsJoin(new(columns.DrainToImmutable()), From(start));
    }

    /// <summary>A table, a derived table, or a joined table in parentheses.</summary>
    private TableReference TablePrimary()
    {
        var start = Current.Span;
        if (!At("("))
        {
            var name = TableName();
            return new NamedTable(name, AsClause("the alias of the table"), From(start));
        }

        if (OpensSubquery(index))
        {
            var select = Subquery();
            var correlation = AsClause("the name of the subquery") ?? throw Error(SyntaxMessages.DerivedTableWithoutName(From(start)));
            return new DerivedTable(select, correlation, From(start));
        }

        Enter();
        Take();
        var joined = TableReference();
        if (joined is not JoinedTable) throw Expected("JOIN");
        Expect(")");
        Leave();
        return joined;
    }

    /// <summary>table_name ::= [ [ catalog_name . ] schema_name . ] identifier</summary>
    private TableName TableName()
    {
        var start = Current.Span;
        var parts = ImmutableArray.CreateBuilder<Identifier>(1);
        do parts.Add(Identifier("the name of a table"));
        while (Accept("."));
        if (parts.Count > 3) throw Error(SyntaxMessages.TooManyNameParts(From(start)));
        return new(new(parts.DrainToImmutable()), From(start));
    }
}
