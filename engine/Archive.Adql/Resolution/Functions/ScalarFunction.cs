using System.Collections.Immutable;

namespace Archive.Adql.Resolution.Functions;

/// <summary>What a parameter of a function takes.</summary>
public enum ParameterKind
{
    /// <summary>Any number.</summary>
    Number,

    /// <summary>Any number, which becomes a double.</summary>
    Double,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A whole number written out, with or without a sign.</summary>
    IntegerLiteral,

    Characters,

    /// <summary>A time, or a text written out that is one; it becomes a timestamp.</summary>
    Time,

    /// <summary>Text, or a number of which text is made.</summary>
    Printable,

    /// <summary>A value of any kind, the same for all arguments.</summary>
    Same,
}

/// <summary>What type a function's result has; arguments are cast to fit.</summary>
public enum ResultRule
{
    /// <summary>double; numbers are computed with as double.</summary>
    Double,

    /// <summary>The first argument's type.</summary>
    First,

    /// <summary>long if all arguments are whole numbers, else double.</summary>
    LongOrDouble,

    Text,

    Int,

    Long,

    Timestamp,

    Point,

    /// <summary>The type that all arguments fit into.</summary>
    Common,
}

/// <summary>A function of values of one row. Its SQL is known to the dialect alone.</summary>
/// <param name="Name">In upper case; queries may write it in any.</param>
/// <param name="Required">Arguments at least.</param>
/// <param name="Parameters">What each takes; the last is repeated without end if the function is variadic.</param>
public sealed record ScalarFunction(string Name, ResultRule Result, int Required, bool IsVariadic, ImmutableArray<ParameterKind> Parameters)
{
    /// <summary>Gives another value each time it is asked.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Is it neither ADQL's nor the IVOA catalogue's?</summary>
    public bool IsServiceFunction { get; init; }

    /// <summary>Arguments at most.</summary>
    public int Allowed => IsVariadic ? int.MaxValue : Parameters.Length;

    public ParameterKind Parameter(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];
}
