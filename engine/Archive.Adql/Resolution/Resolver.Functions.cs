using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Functions of one row.</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression FunctionCall(FunctionCall call, Scope scope)
    {
        switch (call.Name.Text.ToUpperInvariant())
        {
            case "CONTAINS":
                return Contains(call, scope);
            case "DISTANCE":
                return Distance(call, scope);
            case "COORD1" or "COORD2":
                return Coordinate(call, scope);
            case "INTERSECTS":
                return Intersects(call, scope);
            case "CENTROID":
                return OfGeometry(call, scope, Centroid);
            case "AREA":
                return OfGeometry(call, scope, Area);
            case "COORDSYS":
                return OfGeometry(call, scope, CoordinateSystem);
            case "REGION" or "MOC" or "IVO_GEOM_TRANSFORM":
                return AsValue(Geometry(call, scope), call.Span);
            case "IVO_EPOCH_PROP_POS":
                return MovedPosition(call, scope);
            case "IVO_HEALPIX_INDEX":
                return HealpixIndex(call, scope);
            case "IVO_STRING_AGG":
                return JoinedText(call, scope);
            case "IVO_HISTOGRAM":
                return Histogram(call, scope);
            case "IVO_SIMBADPOINT":
                return Fail(SupportMessages.NameResolution(call.Name.Span));
            case "IN_UNIT":
                return InUnit(call, scope);
            case "TO_DATE" or "TO_TIMESTAMP":
                return ToDate(call, scope);
            case "TO_CHAR":
                return ToChar(call, scope);
            case "TRUNC":
                return Trunc(call, scope);
            default:
                return ScalarFunction(call, scope);
        }
    }

    private ResolvedExpression ScalarFunction(FunctionCall call, Scope scope)
    {
        if (ScalarFunctions.Find(call.Name.Text) is not { } function)
            return Fail(NameMessages.UnknownFunction(call.Name, NearestName.Find(call.Name.Text, FunctionNames.All)));
        var count = call.Arguments.Count;
        if (count < function.Required || count > function.Allowed)
            return Fail(TypeMessages.WrongArgumentCount(function.Name, ArgumentCount(function), count, call.Span));
        var arguments = ImmutableArray.CreateBuilder<ResolvedExpression>(count);
        for (var i = 0; i < count; i++) arguments.Add(Argument(function, i, call.Arguments[i], scope));
        var type = function.Result switch
        {
            ResultRule.Double => ColumnType.Double,
            ResultRule.Text => ColumnType.Text,
            ResultRule.Int => ColumnType.Int,
            ResultRule.Long => ColumnType.Long,
            ResultRule.Timestamp => ColumnType.Timestamp,
            ResultRule.Point => ColumnType.Point,
            ResultRule.First => arguments[0].Type,
            ResultRule.LongOrDouble => arguments.All(argument => argument.Type is null || argument.Type.Datatype.IsInteger()) ? ColumnType.Long : ColumnType.Double,
            _ => CommonArgumentType(function, call, arguments),
        };
        if (type is null) return ResolvedNull.Instance;
        for (var i = 0; i < count; i++)
        {
            if (function.Parameter(i) is ParameterKind.Number or ParameterKind.Same) arguments[i] = Coerce(arguments[i], type);
        }

        NoteStandardForm(function, call, arguments);
        return new ResolvedFunction(function, new(arguments.MoveToImmutable()), type);
    }

    /// <summary>Notes how the standard says what an Oracle function says.</summary>
    private void NoteStandardForm(ScalarFunction function, FunctionCall call, ImmutableArray<ResolvedExpression>.Builder arguments)
    {
        if (function.Name == "NVL") standard.Replace(call, call with { Name = call.Name with { Text = "COALESCE" } });
        else if (function.Name == "CONCAT") standard.Replace(call, Concatenated(call, arguments));
        else if (function.IsServiceFunction) standard.IsServiceFunction(function.Name);
    }

    /// <summary>CONCAT takes NULL for an empty text, || doesn't; and the standard's || takes texts only.</summary>
    private static ValueExpression Concatenated(FunctionCall call, ImmutableArray<ResolvedExpression>.Builder arguments)
    {
        ValueExpression? whole = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var part = call.Arguments[i];
            if (part is not StringLiteral)
            {
                if (arguments[i] is ResolvedCast) part = new CastSpecification(part, new CastTarget(CastType.Varchar, null, part.Span), part.Span);
                part = new FunctionCall(new Identifier("COALESCE", false, part.Span), [part, new StringLiteral("", part.Span)], part.Span);
            }

            whole = whole is null ? part : new BinaryExpression(BinaryOperator.Concatenate, whole, part, call.Span);
        }

        return whole!;
    }

    private ResolvedExpression Argument(ScalarFunction function, int index, ValueExpression syntax, Scope scope)
    {
        var kind = function.Parameter(index);
        if (kind == ParameterKind.IntegerLiteral)
            return IntegerLiteral(syntax) is { } literal ? literal : Fail(TypeMessages.NotALiteral(function.Name, index + 1, "a whole number from -300 to 300", syntax.Span));
        var value = Value(syntax, scope);
        if (kind == ParameterKind.Time && value is ResolvedText text) return Instant(text, syntax.Span);
        var found = value.Type.Kind();
        if (found == TypeKind.Unknown) return kind switch
        {
            ParameterKind.Double => Coerce(value, ColumnType.Double),
            ParameterKind.Time => Coerce(value, ColumnType.Timestamp),
            _ => value,
        };
        var wanted = kind switch
        {
            ParameterKind.Time when found != TypeKind.Time => "a time",
            ParameterKind.Number or ParameterKind.Double when found is not (TypeKind.Number or TypeKind.Boolean) => "a number",
            ParameterKind.Integer when found != TypeKind.Number || !value.Type!.Datatype.IsInteger() => "a whole number",
            ParameterKind.Characters when found != TypeKind.Text => "text",
            ParameterKind.Printable when found is not (TypeKind.Text or TypeKind.Number) => "text or a number",
            _ => null,
        };
        if (wanted is not null) return Fail(TypeMessages.WrongArgument(function.Name, index + 1, wanted, kind == ParameterKind.Integer && found == TypeKind.Number ? "a fraction" : value.Type.Describe(), syntax.Span));
        return kind switch
        {
            ParameterKind.Number when found == TypeKind.Boolean => Coerce(value, ColumnType.Int),
            ParameterKind.Double => Coerce(value, ColumnType.Double),
            ParameterKind.Time => Coerce(value, ColumnType.Timestamp),
            ParameterKind.Printable => Coerce(value, ColumnType.Text),
            ParameterKind.Integer => Coerce(value, ColumnType.Long),
            _ => value,
        };
    }

    private static ResolvedInteger? IntegerLiteral(ValueExpression syntax)
    {
        var (digits, isNegative) = syntax is SignedExpression signed ? (signed.Operand, signed.IsNegative) : (syntax, false);
        return digits is NumericLiteral { IsInteger: true } literal
            && long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 300
            ? new ResolvedInteger(isNegative ? -value : value) : null;
    }

    private ColumnType? CommonArgumentType(ScalarFunction function, FunctionCall call, ImmutableArray<ResolvedExpression>.Builder arguments)
    {
        ColumnType? common = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type is not { } type) continue;
            if (arguments[i] is ResolvedText text && common.Kind() == TypeKind.Time)
            {
                arguments[i] = Instant(text, call.Arguments[i].Span);
                continue;
            }

            var wider = common is null ? type : CommonType(common, type);
            if (wider is null)
            {
                diagnostics.Add(TypeMessages.NoCommonType(function.Name, common.Describe(), ((ColumnType?)type).Describe(), call.Arguments[i].Span));
                return null;
            }

            common = wider;
        }

        return common;
    }

    private static string ArgumentCount(ScalarFunction function)
    {
        var required = function.Required.ToString(CultureInfo.InvariantCulture);
        if (function.IsVariadic) return $"{required} or more arguments";
        var allowed = function.Allowed.ToString(CultureInfo.InvariantCulture);
        return (required == allowed ? required : $"{required} to {allowed}") + (allowed == "1" ? " argument" : " arguments");
    }
}
