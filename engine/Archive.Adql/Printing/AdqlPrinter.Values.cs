using Archive.Adql.Syntax;

namespace Archive.Adql.Printing;

/// <summary>Conditions and values.</summary>
public sealed partial class AdqlPrinter
{
    private void Condition(SearchCondition condition)
    {
        switch (condition)
        {
            case OrCondition or:
                Operands(or.Operands, " OR ", operand => operand is OrCondition);
                break;
            case AndCondition and:
                Operands(and.Operands, " AND ", operand => operand is OrCondition or AndCondition);
                break;
            case NotCondition not:
                text.Append("NOT ");
                Operand(not.Operand, not.Operand is OrCondition or AndCondition or NotCondition);
                break;
            case ComparisonPredicate comparison:
                Value(comparison.Left);
                text.Append(' ').Append(Sign(comparison.Operator)).Append(' ');
                Value(comparison.Right);
                break;
            case BetweenPredicate between:
                Negatable(between.Value, between.IsNegated, " BETWEEN ");
                Value(between.Low);
                text.Append(" AND ");
                Value(between.High);
                break;
            case InListPredicate list:
                Negatable(list.Value, list.IsNegated, " IN (");
                Values(list.List);
                text.Append(')');
                break;
            case InSubqueryPredicate subquery:
                Negatable(subquery.Value, subquery.IsNegated, " IN ");
                Subquery(subquery.Subquery);
                break;
            case LikePredicate like:
                Negatable(like.Value, like.IsNegated, like.IgnoresCase ? " ILIKE " : " LIKE ");
                Value(like.Pattern);
                break;
            case NullPredicate isNull:
                Value(isNull.Value);
                text.Append(isNull.IsNegated ? " IS NOT NULL" : " IS NULL");
                break;
            case ExistsPredicate exists:
                text.Append("EXISTS ");
                Subquery(exists.Subquery);
                break;
        }
    }

    private void Operands(NodeList<SearchCondition> operands, string separator, Predicate<SearchCondition> needsBrackets)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0) text.Append(separator);
            Operand(operands[i], needsBrackets(operands[i]));
        }
    }

    private void Operand(SearchCondition operand, bool needsBrackets)
    {
        if (needsBrackets) text.Append('(');
        Condition(operand);
        if (needsBrackets) text.Append(')');
    }

    private void Negatable(ValueExpression value, bool isNegated, string predicate)
    {
        Value(value);
        text.Append(isNegated ? " NOT" : "").Append(predicate);
    }

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private void Values(NodeList<ValueExpression> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Value(values[i]);
        }
    }

    private ValueExpression InPlaceOf(ValueExpression value) => inPlaceOf is null ? value : inPlaceOf(value);

    private void Value(ValueExpression value)
    {
        value = InPlaceOf(value);
        switch (value)
        {
            case NullLiteral:
                text.Append("NULL");
                break;
            case NumericLiteral number:
                text.Append(number.Text);
                break;
            case StringLiteral literal:
                Text(literal);
                break;
            case ColumnReference reference:
                if (reference.Qualifier is { } qualifier)
                {
                    TableName(qualifier);
                    text.Append('.');
                }

                Name(reference.Name);
                break;
            case BinaryExpression binary:
                Operand(binary.Left, Precedence(InPlaceOf(binary.Left)) < Precedence(binary));
                text.Append(binary.Operator switch
                {
                    BinaryOperator.Add => " + ",
                    BinaryOperator.Subtract => " - ",
                    BinaryOperator.Multiply => " * ",
                    BinaryOperator.Divide => " / ",
                    _ => " || ",
                });
                Operand(binary.Right, Precedence(InPlaceOf(binary.Right)) <= Precedence(binary));
                break;
            case SignedExpression signed:
                text.Append(signed.IsNegative ? '-' : '+');
                Operand(signed.Operand, Precedence(InPlaceOf(signed.Operand)) <= SignPrecedence);
                break;
            case FunctionCall call:
                Name(call.Name);
                text.Append('(');
                Values(call.Arguments);
                text.Append(')');
                break;
            case SetFunction function:
                SetFunction(function);
                break;
            case GeometryValueFunction geometry:
                text.Append(geometry.Kind.ToString().ToUpperInvariant()).Append('(');
                if (geometry.CoordinateSystem is { } system)
                {
                    Text(system);
                    text.Append(", ");
                }

                Values(geometry.Arguments);
                text.Append(')');
                break;
            case CastSpecification cast:
                text.Append("CAST(");
                Value(cast.Operand);
                text.Append(" AS ").Append(cast.Target.Type == CastType.DoublePrecision ? "DOUBLE PRECISION" : cast.Target.Type.ToString().ToUpperInvariant());
                if (cast.Target.Length is { } length) text.Append('(').Append(length).Append(')');
                text.Append(')');
                break;
        }
    }

    private const int SignPrecedence = 4;

    private static int Precedence(ValueExpression value) => value switch
    {
        BinaryExpression { Operator: BinaryOperator.Concatenate } => 1,
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } => 2,
        BinaryExpression => 3,
        SignedExpression => SignPrecedence,
        _ => 5,
    };

    private void Operand(ValueExpression operand, bool needsBrackets)
    {
        if (needsBrackets) text.Append('(');
        Value(operand);
        if (needsBrackets) text.Append(')');
    }

    private void SetFunction(SetFunction function)
    {
        text.Append(function.Type.ToString().ToUpperInvariant()).Append('(');
        if (function.Quantifier is { } quantifier) text.Append(quantifier == SetQuantifier.Distinct ? "DISTINCT " : "ALL ");
        if (function.Argument is null) text.Append('*');
        else Value(function.Argument);
        text.Append(')');
    }

    private void Text(StringLiteral literal) => text.Append('\'').Append(literal.Value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
}
