namespace Archive.Adql;

/// <summary>What a compilation may use, and how many rows are wanted.</summary>
public sealed record AdqlOptions
{
    public static AdqlOptions Default { get; } = new();

    /// <summary>Rows that the caller will fetch at most, whatever the query's TOP says; null for no bound. The result may have more. A service that must tell whether
    /// MAXREC cut the result asks for one row more than MAXREC.</summary>
    public long? RowLimit { get; init; }

    public AdqlVersion Version { get; init; } = AdqlVersion.Version21;

    /// <summary>Tells the time that SYSDATE means.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Characters of a query at most.</summary>
    public int MaximumLength { get; init; } = 1 << 20;

    /// <summary>Words, literals and signs of a query at most.</summary>
    public int MaximumTokens { get; init; } = 200_000;

    /// <summary>How deep parentheses, functions and subqueries may be nested, 1 to 128: the steps recurse, and a stack overflow can't be caught.</summary>
    public int MaximumNesting { get; init; } = 128;

    /// <summary>Arithmetic operators, tables and set operators of a query at most, 1 to 512: a chain of them makes a tree as deep as the
    /// chain is long, here and in DuckDB, whose own bound is 1000.</summary>
    public int MaximumOperators { get; init; } = 512;

    /// <summary>Columns that a query and its subqueries select at most, those that a * stands for included.</summary>
    public int MaximumColumns { get; init; } = 20_000;

    /// <summary>Terms of one GROUP BY or ORDER BY at most.</summary>
    public int MaximumTerms { get; init; } = 1000;

    /// <summary>Ranges of HEALPix cells that are written as comparisons at most; a shape that needs more of them is a function's work.</summary>
    public int MaximumCoverageRanges { get; init; } = 4;
}
