using System.Collections.Immutable;
using System.Text.Json;

namespace Archive.Adql.Diagnostics;

/// <summary>Writes diagnostics for programs.</summary>
public static class DiagnosticJson
{
    /// <summary>An array of objects with <c>code</c>, <c>line</c> and <c>column</c> (from 1), <c>offset</c> (from 0), <c>length</c>, <c>message</c> and <c>hint</c>, which may be null. Places count UTF-16 code units.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<AdqlDiagnostic> diagnostics)
    {
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteNumber("offset", diagnostic.Span.Offset);
            json.WriteNumber("length", diagnostic.Span.Length);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
