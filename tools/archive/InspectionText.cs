using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Ingest.Surveying;

namespace Archive.Tools;

/// <summary>An inspection as a table for people and as JSON for programs.</summary>
internal static class InspectionText
{
    private const int WidestCell = 44;

    private static readonly string[] Heads = ["keyword", "headers", "type", "unit", "columns", "examples"];

    public static string Table(HeaderInspection inspection)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{inspection.Files} files, {inspection.Headers} headers, {inspection.Keywords.Length} keywords\n");
        foreach (var (code, count) in inspection.RefusedByCode) text.Append(CultureInfo.InvariantCulture, $"  no header, {code}: {count}\n");
        foreach (var (table, count) in inspection.FilesByInstrumentTable) text.Append(CultureInfo.InvariantCulture, $"  of an instrument that is known: {count}, which 'ingest' without --table takes into {table}\n");
        if (inspection.KeywordsLeftOut > 0) text.Append(CultureInfo.InvariantCulture, $"  without a column, since a table has as many as it may: {inspection.KeywordsLeftOut}\n");
        string[][] rows = [Heads, .. inspection.Keywords.Select(keyword => Cells(keyword, inspection.Headers))];
        var widths = Heads.Select((_, place) => rows.Max(row => row[place].Length)).ToArray();
        foreach (var row in rows) text.Append(string.Join("  ", row.Select((cell, place) => cell.PadRight(widths[place]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    public static string Json(HeaderInspection inspection)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("files", inspection.Files);
            json.WriteNumber("headers", inspection.Headers);
            Write(json, "refused", inspection.RefusedByCode);
            Write(json, "instrument_tables", inspection.FilesByInstrumentTable);
            json.WriteNumber("keywords_without_column", inspection.KeywordsLeftOut);
            json.WriteStartArray("keywords");
            foreach (var keyword in inspection.Keywords) Write(json, keyword, inspection.Headers);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, InspectedKeyword keyword, long headers)
    {
        json.WriteStartObject();
        json.WriteString("keyword", keyword.Keyword);
        json.WriteNumber("headers", keyword.Headers);
        json.WriteNumber("fill", Math.Round((double)keyword.Headers / headers, 6));
        json.WriteString("type", keyword.Type);
        json.WriteString("unit", keyword.Unit);
        Write(json, "columns", keyword.Columns);
        Write(json, "examples", keyword.Examples);
        json.WriteString("comment", keyword.Comment);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static string[] Cells(InspectedKeyword keyword, long headers) =>
    [
        keyword.Keyword, string.Create(CultureInfo.InvariantCulture, $"{keyword.Headers} ({100.0 * keyword.Headers / headers:0.#}%)"), keyword.Type, keyword.Unit,
        Shortened(string.Join(", ", keyword.Columns)), Shortened(string.Join(" | ", keyword.Examples)),
    ];

    private static string Shortened(string cell) => cell.Length <= WidestCell ? cell : cell[..(WidestCell - 3)] + "...";
}
