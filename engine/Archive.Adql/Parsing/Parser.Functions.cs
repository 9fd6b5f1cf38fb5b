using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;

namespace Archive.Adql.Parsing;

/// <summary>Productions of functions and of the other values that begin with a reserved word.</summary>
internal sealed partial class Parser
{
    /// <summary>Reserved words that are names of functions written as a name with arguments in parentheses.</summary>
    private static readonly FrozenSet<string> FunctionWords = FrozenSet.Create(StringComparer.Ordinal,
        "ABS", "ACOS", "AREA", "ASIN", "ATAN", "ATAN2", "CEILING", "CENTROID", "COALESCE", "CONTAINS", "COORD1", "COORD2",
        "COORDSYS", "COS", "COT", "DEGREES", "DISTANCE", "EXP", "FLOOR", "IN_UNIT", "INTERSECTS", "LOG", "LOG10", "LOWER", "MOD", "PI", "POWER",
        "RADIANS", "RAND", "REGION", "ROUND", "SIN", "SQRT", "SUBSTRING", "TAN", "TRIM", "TRUNCATE", "UPPER");

    private ValueExpression ReservedPrimary()
    {
        var word = Current.Text;
        if (word == ReservedWords.Null) return new NullLiteral(Take().Span);
        if (!Next.Is("(")) throw Expected(AValue);
        return word switch
        {
            ReservedWords.Count => SetFunctionSpecification(SetFunctionType.Count),
            ReservedWords.Sum => SetFunctionSpecification(SetFunctionType.Sum),
            ReservedWords.Avg => SetFunctionSpecification(SetFunctionType.Avg),
            ReservedWords.Min => SetFunctionSpecification(SetFunctionType.Min),
            ReservedWords.Max => SetFunctionSpecification(SetFunctionType.Max),
            ReservedWords.Point => GeometryValueFunction(GeometryKind.Point),
            ReservedWords.Circle => GeometryValueFunction(GeometryKind.Circle),
            ReservedWords.Box => GeometryValueFunction(GeometryKind.Box),
            ReservedWords.Polygon => GeometryValueFunction(GeometryKind.Polygon),
            ReservedWords.Cast => CastSpecification(),
            _ when FunctionWords.Contains(word) => FunctionCall(),
            _ => throw Expected(AValue),
        };
    }

    /// <summary>A name and its arguments: math_function, trig_function, user_defined_function and their like.</summary>
    private FunctionCall FunctionCall()
    {
        var name = ToIdentifier(Take());
        Enter();
        Expect("(");
        var arguments = At(")") ? [] : ValueExpressionList();
        if (!At(")")) RefuseForeignArguments(name);
        Expect(")");
        Leave();
        return new(name, arguments, From(name.Span));
    }

    /// <summary>set_function_specification ::= COUNT(*) | set_function_type ( [ set_quantifier ] value_expression )</summary>
    private SetFunction SetFunctionSpecification(SetFunctionType type)
    {
        var start = Take().Span;
        Enter();
        Expect("(");
        if (type == SetFunctionType.Count && At(")")) throw Error(DialectMessages.Phrase("COUNT()", "Write COUNT(*) to count rows.", From(start)));
        var isStar = type == SetFunctionType.Count && Accept("*");
        var quantifier = isStar ? null : SetQuantifier();
        var argument = isStar ? null : ValueExpression();
        if (!isStar && At(",")) throw Error(DialectMessages.Phrase("An aggregate function of several values", "Count rows of a subquery: SELECT COUNT(*) FROM (SELECT DISTINCT a, b FROM t) AS d.", Current.Span));
        Expect(")");
        Leave();
        return new(type, quantifier, argument, From(start));
    }

    /// <summary>point, circle, box, polygon ::= name ( [ coord_sys , ] values ). A NULL for the coordinate system is taken too, and dropped.</summary>
    private GeometryValueFunction GeometryValueFunction(GeometryKind kind)
    {
        var start = Take().Span;
        Enter();
        Expect("(");
        StringLiteral? coordinateSystem = null;
        if (Next.Is(",") && (Current.Kind == TokenKind.String || At(ReservedWords.Null)))
        {
            var token = Take();
            if (token.Kind == TokenKind.String) coordinateSystem = new(token.Text, token.Span);
            Take();
        }

        var arguments = ValueExpressionList();
        Expect(")");
        Leave();
        return new(kind, coordinateSystem, arguments, From(start));
    }

    /// <summary>cast_specification ::= CAST ( value_expression AS cast_target )</summary>
    private CastSpecification CastSpecification()
    {
        var start = Take().Span;
        Enter();
        Expect("(");
        var operand = ValueExpression();
        Expect(ReservedWords.As);
        var target = CastTarget();
        Expect(")");
        Leave();
        return new(operand, target, From(start));
    }

    /// <summary>cast_target</summary>
    private CastTarget CastTarget()
    {
        var start = Current.Span;
        var type = (Current.Kind == TokenKind.ReservedWord ? Current.Text : "") switch
        {
            ReservedWords.SmallInt => CastType.SmallInt,
            ReservedWords.Integer => CastType.Integer,
            ReservedWords.BigInt => CastType.BigInt,
            ReservedWords.Real => CastType.Real,
            ReservedWords.Double => CastType.DoublePrecision,
            ReservedWords.Char => CastType.Char,
            ReservedWords.Varchar => CastType.Varchar,
            ReservedWords.Timestamp => CastType.Timestamp,
            ReservedWords.Point => CastType.Point,
            ReservedWords.Circle => CastType.Circle,
            ReservedWords.Polygon => CastType.Polygon,
            _ when ForeignWords.ForType(Current.Text) is { } instead => throw Error(DialectMessages.CastType(Current.Text.ToUpperInvariant(), instead, Current.Span)),
            _ => throw Expected("a datatype (SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR, VARCHAR, TIMESTAMP, POINT, CIRCLE, POLYGON)"),
        };
        index++;
        if (type == CastType.DoublePrecision) Expect(ReservedWords.Precision);
        int? length = type is CastType.Char or CastType.Varchar && Accept("(") ? Length() : null;
        return new(type, length, From(start));
    }

    private int Length()
    {
        if (Current.Kind != TokenKind.Integer || !int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
            throw Expected("a length in characters");
        index++;
        Expect(")");
        return length;
    }
}
