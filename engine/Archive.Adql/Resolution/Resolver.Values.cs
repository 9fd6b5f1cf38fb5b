using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Values: literals, columns, arithmetic, casts.</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression Value(ValueExpression syntax, Scope scope)
    {
        switch (syntax)
        {
            case NullLiteral:
                return ResolvedNull.Instance;
            case NumericLiteral number:
                return Number(number);
            case StringLiteral text:
                return new ResolvedText(text.Value);
            case ColumnReference reference:
                return IsSysdate(reference, scope) ? Now(reference) : ColumnReference(reference, scope)?.Expression ?? ResolvedNull.Instance;
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation:
                return new ResolvedConcatenation(Printable(concatenation.Left, scope), Printable(concatenation.Right, scope));
            case BinaryExpression arithmetic:
                return Arithmetic(arithmetic, scope);
            case SignedExpression signed:
                return Signed(signed, scope);
            case SetFunction aggregate:
                return Aggregate(aggregate, scope);
            case FunctionCall call:
                return FunctionCall(call, scope);
            case CastSpecification cast:
                return Cast(cast, scope);
            case GeometryValueFunction geometry:
                return AsValue(Geometry(geometry, scope), geometry.Span);
            default:
                throw new InvalidOperationException($"Unknown value {syntax.GetType().Name}.");
        }
    }

    private ResolvedExpression Number(NumericLiteral literal)
    {
        if (literal.IsInteger && long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return new ResolvedInteger(whole);
        if (literal.IsInteger && literal.Text.Length > 1 && literal.Text[1] is 'x' or 'X')
        {
            return long.TryParse(literal.Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && bits >= 0
                ? new ResolvedInteger(bits) : Fail(TypeMessages.NumberTooLarge(literal.Span));
        }

        var value = double.Parse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? new ResolvedReal(value) : Fail(TypeMessages.NumberTooLarge(literal.Span));
    }

    /// <summary>The column that a reference means; null, and reported, if there is none.</summary>
    private VisibleColumn? ColumnReference(ColumnReference reference, Scope scope)
    {
        if (reference.Qualifier is not { } qualifier) return Column(reference.Name, scope);
        if (Source(qualifier, scope) is not { } source) return null;
        if (source.Find(reference.Name, out var isAmbiguous) is not { } column)
        {
            diagnostics.Add(NameMessages.UnknownColumn(reference.Name, source.Name.Text, NearestName.Find(reference.Name.Text, source.Columns.Select(known => known.Name))));
            return null;
        }

        if (isAmbiguous) diagnostics.Add(NameMessages.AmbiguousColumn(reference.Name, source.Name.Text, source.Name.Text));
        return new VisibleColumn(column, column.Column);
    }

    private static bool IsSysdate(ColumnReference reference, Scope scope) => reference is { Qualifier: null, Name: { IsDelimited: false, Text: var name } }
        && name.Equals("SYSDATE", StringComparison.OrdinalIgnoreCase) && scope.Find(reference.Name, out _) is null;

    private VisibleColumn? Column(Identifier name, Scope scope)
    {
        var found = scope.Find(name, out var ambiguity);
        if (ambiguity is { } both) diagnostics.Add(NameMessages.AmbiguousColumn(name, both.First, both.Second));
        else if (found is null && !IsIncomplete(scope)) diagnostics.Add(NameMessages.UnknownColumn(name, Tables(scope), NearestName.Find(name.Text, scope.Names())));
        return found;
    }

    private TableSource? Source(TableName qualifier, Scope scope)
    {
        if (scope.FindSource(qualifier) is { } source) return source;
        if (IsIncomplete(scope)) return null;
        var written = string.Join('.', qualifier.Parts.Select(part => part.Text));
        var aliased = scope.Sources.FirstOrDefault(candidate => candidate.Table is { } table && qualifier.Last.Matches(table.Name));
        diagnostics.Add(NameMessages.UnknownQualifier(written, qualifier.Span, aliased?.Name.Text));
        return null;
    }

    /// <summary>Is a table unknown that the name could come from? Then that is what gets reported.</summary>
    private static bool IsIncomplete(Scope? scope) => scope is not null && (scope.IsIncomplete || IsIncomplete(scope.Outer));

    private static string Tables(Scope scope) => scope.Sources.Count == 1 ? scope.Sources[0].Name.Text : "any table of FROM";

    private ResolvedExpression Arithmetic(BinaryExpression syntax, Scope scope)
    {
        var left = NumberOperand(syntax.Left, scope);
        var right = NumberOperand(syntax.Right, scope);
        if (left.Type is not { } leftType || right.Type is not { } rightType) return ResolvedNull.Instance;
        if (syntax.Operator != BinaryOperator.Divide && leftType.Datatype.IsInteger() && rightType.Datatype.IsInteger())
            return new ResolvedArithmetic(syntax.Operator, Coerce(left, ColumnType.Long), Coerce(right, ColumnType.Long), ColumnType.Long);
        return new ResolvedArithmetic(syntax.Operator, Coerce(left, ColumnType.Double), Coerce(right, ColumnType.Double), ColumnType.Double);
    }

    private ResolvedExpression Signed(SignedExpression syntax, Scope scope)
    {
        var operand = NumberOperand(syntax.Operand, scope);
        if (!syntax.IsNegative) return operand;
        return operand switch
        {
            ResolvedNull => operand,
            ResolvedInteger integer => new ResolvedInteger(-integer.Value),
            ResolvedReal real => new ResolvedReal(-real.Value),
            { Type.Datatype: Datatype.UnsignedByte or Datatype.Short } => new ResolvedNegation(Coerce(operand, ColumnType.Int)),
            _ => new ResolvedNegation(operand),
        };
    }

    private ResolvedExpression NumberOperand(ValueExpression syntax, Scope scope) => AsNumber(Value(syntax, scope), "Arithmetic", syntax.Span);

    private ResolvedExpression AsNumber(ResolvedExpression value, string what, SourceSpan span) => value.Type.Kind() switch
    {
        TypeKind.Number or TypeKind.Unknown => value,
        TypeKind.Boolean => Coerce(value, ColumnType.Int),
        _ => Fail(TypeMessages.NotANumber(what, value.Type.Describe(), span)),
    };

    /// <summary>Text, or a number of which text is made.</summary>
    private ResolvedExpression Printable(ValueExpression syntax, Scope scope)
    {
        var value = Value(syntax, scope);
        return value.Type.Kind() is TypeKind.Text or TypeKind.Number or TypeKind.Unknown
            ? Coerce(value, ColumnType.Text) : Fail(TypeMessages.NotText("||", value.Type.Describe(), syntax.Span));
    }

    private ResolvedExpression Cast(CastSpecification syntax, Scope scope)
    {
        var operand = Value(syntax.Operand, scope);
        var target = syntax.Target.Type switch
        {
            CastType.SmallInt => ColumnType.Short,
            CastType.Integer => ColumnType.Int,
            CastType.BigInt => ColumnType.Long,
            CastType.Real => ColumnType.Float,
            CastType.DoublePrecision => ColumnType.Double,
            CastType.Timestamp => ColumnType.Timestamp,
            CastType.Point => ColumnType.Point,
            CastType.Circle => ColumnType.Circle,
            CastType.Polygon => ColumnType.Polygon,
            CastType.Char or CastType.Varchar => syntax.Target.Length is { } length ? ColumnType.TextUpTo(length) : ColumnType.Text,
            _ => throw new InvalidOperationException($"Unknown type {syntax.Target.Type}."),
        };
        if (target.IsGeometry) return CastToGeometry(operand, target, syntax);
        var (from, to) = (operand.Type.Kind(), ((ColumnType?)target).Kind());
        if (from == TypeKind.Other || (from == TypeKind.Geometry && to != TypeKind.Text) || (from == TypeKind.Time && to == TypeKind.Number) || (from is TypeKind.Number or TypeKind.Boolean && to == TypeKind.Time))
            return Fail(TypeMessages.CantCast(operand.Type.Describe(), ((ColumnType?)target).Describe(), syntax.Span));
        if (operand is ResolvedText text && to == TypeKind.Time) return Instant(text, syntax.Operand.Span);
        if (from == TypeKind.Time && to == TypeKind.Text) operand = TimeAsText(operand);
        if (from == TypeKind.Geometry) operand = GeometryFunctions.AsText.Of(ColumnType.Text, operand);
        if (syntax.Target.Length is not { } characters) return operand.Type == target ? operand : new ResolvedCast(operand, target);
        return new ResolvedFunction(Functions.ScalarFunctions.FirstCharacters, [Coerce(operand, ColumnType.Text), new ResolvedInteger(characters)], target);
    }

    /// <summary>The value as the type, cast if it must be. Text and time types of one kind are the same here.</summary>
    private static ResolvedExpression Coerce(ResolvedExpression value, ColumnType type) => value switch
    {
        { Type: { } from } when from == type || (from.Kind() == TypeKind.Text && ((ColumnType?)type).Kind() == TypeKind.Text) => value,
        ResolvedInteger integer when type == ColumnType.Double => new ResolvedReal(integer.Value),
        _ => new ResolvedCast(value, type),
    };

    /// <summary>The type that values of both types fit into; null if there is none.</summary>
    private static ColumnType? CommonType(ColumnType first, ColumnType second) => (((ColumnType?)first).Kind(), ((ColumnType?)second).Kind()) switch
    {
        _ when first == second => first,
        (TypeKind.Number, TypeKind.Number) => TypeKinds.Wider(first, second),
        (TypeKind.Number or TypeKind.Boolean, TypeKind.Number or TypeKind.Boolean) => CommonType(Numeric(first), Numeric(second)),
        (TypeKind.Text, TypeKind.Text) => ColumnType.Text,
        (TypeKind.Time, TypeKind.Time) => ColumnType.Timestamp,
        (TypeKind.Geometry, TypeKind.Geometry) when first.Xtype == second.Xtype => first with { Datatype = Datatype.Double, Arraysize = first.Arraysize == second.Arraysize ? first.Arraysize : "*" },
        _ => null,
    };

    private static ColumnType Numeric(ColumnType type) => type.Datatype.IsLogical() ? ColumnType.Int : type;
}
