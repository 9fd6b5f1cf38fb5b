using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Times;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Times: texts that are times, and Oracle's TO_DATE and TO_CHAR.</summary>
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
                ? new ResolvedInstant(value, ColumnType.Timestamp)
                : Fail(TypeMessages.TextDoesNotFit(literal.Value, ((StringLiteral)call.Arguments[1]).Value, call.Arguments[0].Span));
        }

        return text.Type.Kind() is TypeKind.Text or TypeKind.Unknown
            ? new ResolvedFunction(ScalarFunctions.ParseTime, [text, new ResolvedText(StrftimeFormat.Write(format))], ColumnType.Timestamp)
            : Fail(TypeMessages.WrongArgument(call.Name.Text.ToUpperInvariant(), 1, "text", text.Type.Describe(), call.Arguments[0].Span));
    }

    /// <summary>TO_CHAR(time, format)</summary>
    private ResolvedExpression ToChar(FunctionCall call, Scope scope)
    {
        if (TimeFormatArgument(call) is not { } format) return ResolvedNull.Instance;
        var time = Value(call.Arguments[0], scope);
        return time.Type.Kind() is TypeKind.Time or TypeKind.Unknown
            ? new ResolvedFunction(ScalarFunctions.FormatTime, [Coerce(time, time.Type ?? ColumnType.Timestamp), new ResolvedText(StrftimeFormat.Write(format))], ColumnType.Text)
            : Fail(TypeMessages.WrongArgument(call.Name.Text.ToUpperInvariant(), 1, "a time", time.Type.Describe(), call.Arguments[0].Span));
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
