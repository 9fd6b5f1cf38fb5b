using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;

namespace Archive.Adql.Parsing;

/// <summary>Productions of values. Concatenation binds loosest, then sums, then products, then a sign.</summary>
internal sealed partial class Parser
{
    private NodeList<ValueExpression> ValueExpressionList()
    {
        var values = ImmutableArray.CreateBuilder<ValueExpression>();
        do values.Add(ValueExpression());
        while (Accept(","));
        return new(values.DrainToImmutable());
    }

    /// <summary>value_expression, as concatenation ::= numeric_value_expression { || numeric_value_expression }</summary>
    /// <param name="first">The first primary, where it was read already.</param>
    private ValueExpression ValueExpression(ValueExpression? first = null)
    {
        var left = NumericValueExpression(first);
        while (At("||"))
        {
            CountOperator();
            index++;
            left = Binary(BinaryOperator.Concatenate, left, NumericValueExpression(null));
        }

        return left;
    }

    /// <summary>numeric_value_expression ::= term { ( + | - ) term }</summary>
    private ValueExpression NumericValueExpression(ValueExpression? first)
    {
        var left = Term(first);
        while (At("+") || At("-"))
        {
            CountOperator();
            var sign = Take().Text == "+" ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = Binary(sign, left, Term(null));
        }

        return left;
    }

    /// <summary>term ::= factor { ( * | / ) factor }</summary>
    private ValueExpression Term(ValueExpression? first)
    {
        var left = first ?? Factor();
        while (At("*") || At("/"))
        {
            CountOperator();
            var sign = Take().Text == "*" ? BinaryOperator.Multiply : BinaryOperator.Divide;
            left = Binary(sign, left, Factor());
        }

        return left;
    }

    private BinaryExpression Binary(BinaryOperator binaryOperator, ValueExpression left, ValueExpression right) => new(binaryOperator, left, right, From(left.Span));

    /// <summary>factor ::= [ sign ] numeric_primary</summary>
    private ValueExpression Factor()
    {
        if (!At("+") && !At("-")) return ValueExpressionPrimary();
        var sign = Take();
        return new SignedExpression(sign.Text == "-", ValueExpressionPrimary(), From(sign.Span));
    }

    /// <summary>value_expression_primary, with the functions of numeric_primary, character_primary and geometry_value_expression.</summary>
    private ValueExpression ValueExpressionPrimary()
    {
        switch (Current.Kind)
        {
            case TokenKind.String:
                return new StringLiteral(Current.Text, Take().Span);
            case TokenKind.Integer or TokenKind.Decimal:
                return UnsignedNumericLiteral();
            case TokenKind.Identifier when Next.Is("("):
                return FunctionCall();
            case TokenKind.Identifier or TokenKind.DelimitedIdentifier:
                return ColumnReference();
            case TokenKind.ReservedWord:
                return ReservedPrimary();
            case TokenKind.Symbol when At("("):
                if (OpensSubquery(index)) throw Error(SyntaxMessages.ScalarSubquery(Current.Span));
                var start = Current.Span;
                return Parenthesised().Value ?? throw Error(SyntaxMessages.ConditionAsValue(From(start)));
            default:
                throw Expected(AValue);
        }
    }

    private NumericLiteral UnsignedNumericLiteral()
    {
        var token = Take();
        return new(token.Text, token.Kind == TokenKind.Integer, token.Span);
    }

    /// <summary>column_reference ::= [ qualifier . ] column_name</summary>
    private ColumnReference ColumnReference()
    {
        var name = ToIdentifier(Take());
        if (!At(".")) return new(null, name, name.Span);
        var parts = ImmutableArray.CreateBuilder<Identifier>();
        parts.Add(name);
        while (Accept(".")) parts.Add(Identifier("the name of a column"));
        if (parts.Count > 4) throw Error(SyntaxMessages.TooManyNameParts(From(name.Span)));
        var column = parts[^1];
        parts.RemoveAt(parts.Count - 1);
        return new(new TableName(new(parts.DrainToImmutable()), name.Span.To(tokens[index - 3].Span)), column, From(name.Span));
    }
}
