using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Translation.Joins;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>Writes values.</summary>
internal sealed partial class DuckDbSqlWriter
{
    private void Value(ResolvedExpression expression)
    {
        switch (expression)
        {
            case ResolvedNull:
                sql.Append("NULL");
                break;
            case ResolvedInteger integer:
                sql.Append(integer.Value);
                break;
            case ResolvedReal real:
                Real(real.Value);
                break;
            case ResolvedText or ResolvedInstant:
                sql.Append("CAST(");
                Constant(expression);
                sql.Append(" AS ").Append(expression.Type!.SqlTypeName()).Append(')');
                break;
            case ResolvedColumn column:
                Column(column);
                break;
            case RowNumber row:
                Row(row.Source);
                break;
            case ResolvedArithmetic arithmetic:
                Operand(arithmetic.Left);
                sql.Append(Sign(arithmetic.Operator));
                Operand(arithmetic.Right);
                break;
            case ResolvedConcatenation concatenation:
                Operand(concatenation.Left);
                sql.Append(" || ");
                Operand(concatenation.Right);
                break;
            case ResolvedNegation negation:
                sql.Append("-(");
                Value(negation.Operand);
                sql.Append(')');
                break;
            case ResolvedCast cast:
                sql.Append("CAST(");
                Value(cast.Operand);
                sql.Append(" AS ").Append(cast.Target.SqlTypeName()).Append(')');
                break;
            case ResolvedInUnit converted:
                InUnit(converted);
                break;
            case ResolvedFunction function:
                Function(function);
                break;
            case ResolvedGroupValue aggregate:
                GroupValue(aggregate);
                break;
            case ResolvedShape or ResolvedDistance or ResolvedContains or ResolvedShapeRelation or ResolvedElement or ResolvedEncodedShape:
                GeometricValue(expression);
                break;
            default:
                throw new InvalidOperationException($"Unknown value {expression.GetType().Name}.");
        }
    }

    /// <summary>A value beside another of known type: a constant's own type is then clear, and a cast would only be in DuckDB's way.</summary>
    private void Compared(ResolvedExpression expression)
    {
        if (expression is ResolvedText or ResolvedInstant) Constant(expression);
        else Value(expression);
    }

    private void Constant(ResolvedExpression expression) => Parameter(expression switch
    {
        ResolvedText text => SqlParameter.OfText(text.Value),
        ResolvedInstant { InstantType.IsDate: true } day => SqlParameter.OfDate(day.Value),
        ResolvedInstant instant => SqlParameter.OfTimestamp(instant.Value),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no constant."),
    });

    /// <summary>The one place that decides on brackets in values.</summary>
    private void Operand(ResolvedExpression expression)
    {
        var needsBrackets = expression is ResolvedArithmetic or ResolvedConcatenation or ResolvedInteger { Value: < 0 } or ResolvedReal { Value: < 0 };
        if (needsBrackets) sql.Append('(');
        Value(expression);
        if (needsBrackets) sql.Append(')');
    }

    private static string Sign(BinaryOperator binaryOperator) => binaryOperator switch
    {
        BinaryOperator.Add => " + ",
        BinaryOperator.Subtract => " - ",
        BinaryOperator.Multiply => " * ",
        _ => " / ",
    };

    private void Column(ResolvedColumn column)
    {
        if (searchedByPosition.Contains(column.Source) && !SkyOrder.Holds(column.Source.Table!, column.Column)) lacking.Add(column.Source);
        sql.Append('t').Append(column.Source.Number).Append('.');
        if (column.Ordinal < 0) QuotedName(column.Column.NameInStore);
        else sql.Append('c').Append(column.Ordinal + 1);
    }

    private void InUnit(ResolvedInUnit converted)
    {
        sql.Append('(');
        Operand(converted.Operand);
        if (converted.Factor != 1)
        {
            sql.Append(" * ");
            Real(converted.Factor);
        }

        if (converted.Divisor != 1)
        {
            sql.Append(" / ");
            Real(converted.Divisor);
        }

        sql.Append(')');
    }

    private void Function(ResolvedFunction function)
    {
        var template = DuckDbFunctions.Templates[function.Function.Name].AsSpan();
        while (template.IndexOf('{') is var start and >= 0)
        {
            sql.Append(template[..start]);
            if (template[start + 1] == '*') Values(function.Arguments);
            else Value(function.Arguments[template[start + 1] - '0']);
            template = template[(start + 3)..];
        }

        sql.Append(template);
    }

    private void Values(NodeList<ResolvedExpression> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            Value(values[i]);
        }
    }
}
