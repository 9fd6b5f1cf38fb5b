using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Times;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Times: texts that are times, and Oracle's TO_DATE, TO_CHAR, TRUNC and SYSDATE.</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression Instant(ResolvedText text, SourceSpan span) => TimestampText.TryParse(text.Value, out var value)
        ? new ResolvedInstant(value, ColumnType.Timestamp) : Fail(TypeMessages.NotATime(text.Value, span));

    /// <summary>TO_DATE(text, format): known at once where the text is written out, else parsed row by row.</summary>
    private ResolvedExpression ToDate(FunctionCall call, Scope scope)
    {
        if (TimeFormatArgument(call) is not { } format) return ResolvedNull.Instance;
        var text = Value(call.Arguments[0], scope);
        if (text is ResolvedText literal)
        {
            return TimeFormatReader.TryRead(format, literal.Value, out var value)
                ? WrittenAsCast(call, value)
                : Fail(TypeMessages.TextDoesNotFit(literal.Value, ((StringLiteral)call.Arguments[1]).Value, call.Arguments[0].Span));
        }

        standard.IsServiceFunction(call.Name.Text);
        return text.Type.Kind() is TypeKind.Text or TypeKind.Unknown
            ? new ResolvedFunction(ScalarFunctions.ParseTime, [text, new ResolvedText(StrftimeFormat.Write(format))], ColumnType.Timestamp)
            : Fail(TypeMessages.WrongArgument(call.Name.Text.ToUpperInvariant(), 1, "text", text.Type.Describe(), call.Arguments[0].Span));
    }

    /// <summary>TO_CHAR(time, format)</summary>
    private ResolvedExpression ToChar(FunctionCall call, Scope scope)
    {
        if (TimeFormatArgument(call) is not { } format) return ResolvedNull.Instance;
        var time = Value(call.Arguments[0], scope);
        standard.IsServiceFunction(call.Name.Text);
        return time.Type.Kind() is TypeKind.Time or TypeKind.Unknown
            ? new ResolvedFunction(ScalarFunctions.FormatTime, [Coerce(time, time.Type ?? ColumnType.Timestamp), new ResolvedText(StrftimeFormat.Write(format))], ColumnType.Text)
            : Fail(TypeMessages.WrongArgument(call.Name.Text.ToUpperInvariant(), 1, "a time", time.Type.Describe(), call.Arguments[0].Span));
    }

    /// <summary>TRUNC of a time is its day, that of a number its whole part.</summary>
    private ResolvedExpression Trunc(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count == 1)
        {
            var value = Value(call.Arguments[0], scope);
            if (value.Type.Kind() == TypeKind.Time)
            {
                standard.IsServiceFunction("TRUNC");
                return Coerce(Coerce(value, ColumnType.Date), ColumnType.Timestamp);
            }

            standard.Replace(call, call with { Name = call.Name with { Text = "TRUNCATE" } });
            return new ResolvedFunction(ScalarFunctions.Truncate, [Coerce(AsNumber(value, "TRUNC", call.Arguments[0].Span), ColumnType.Double)], ColumnType.Double);
        }

        var standardCall = call with { Name = call.Name with { Text = "TRUNCATE" } };
        standard.Replace(call, standardCall);
        return ScalarFunction(standardCall, scope);
    }

    /// <summary>SYSDATE: when the query was asked, UTC, to the second.</summary>
    private ResolvedInstant Now(ColumnReference reference)
    {
        var now = options.Time.GetUtcNow().UtcDateTime;
        return WrittenAsCast(reference, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
    }

    /// <summary>A time known now; the standard writes CAST.</summary>
    private ResolvedInstant WrittenAsCast(ValueExpression written, DateTime value)
    {
        var text = value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
        standard.Replace(written, new CastSpecification(new StringLiteral(text, written.Span), new CastTarget(CastType.Timestamp, null, written.Span), written.Span));
        return new ResolvedInstant(value, ColumnType.Timestamp);
    }

    /// <summary>The time as DALI writes it.</summary>
    private static ResolvedFunction TimeAsText(ResolvedExpression time) => new(ScalarFunctions.FormatTime,
        [time, new ResolvedText(time.Type!.IsDate ? StrftimeFormat.Date : StrftimeFormat.Timestamp)], ColumnType.Text);

    private TimeFormat? TimeFormatArgument(FunctionCall call)
    {
        if (call.Arguments.Count != 2)
        {
            diagnostics.Add(TypeMessages.WrongArgumentCount(call.Name.Text.ToUpperInvariant(), "2 arguments, a value and a format", call.Arguments.Count, call.Span));
            return null;
        }

        if (call.Arguments[1] is not StringLiteral format)
        {
            diagnostics.Add(TypeMessages.NotALiteral(call.Name.Text.ToUpperInvariant(), 2, "a format such as 'YYYY-MM-DD HH24:MI:SS'", call.Arguments[1].Span));
            return null;
        }

        if (TimeFormat.Parse(format.Value, out var errorPosition) is { } parsed) return parsed;
        diagnostics.Add(TypeMessages.UnknownFormatWord(format.Value, errorPosition, format.Span));
        return null;
    }
}
