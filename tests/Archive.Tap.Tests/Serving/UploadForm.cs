using System.Text;

namespace Archive.Tap.Tests.Serving;

/// <summary>A query and its tables as the parts of a form.</summary>
internal static class UploadForm
{
    /// <summary>The tables are parts named <c>part0</c>, <c>part1</c> and so on.</summary>
    public static MultipartFormDataContent Of(string adql, (string Name, string Value) more, (string Name, string Document)[] tables) =>
        Of(adql, [more], [.. tables.Select(table => (table.Name, Encoding.UTF8.GetBytes(table.Document)))]);

    public static MultipartFormDataContent Of(string adql, (string Name, string Value)[] more, (string Name, byte[] Document)[] tables)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("ADQL"), "LANG" },
            { new StringContent(adql), "QUERY" },
            { new StringContent(string.Join(';', tables.Select((table, index) => $"{table.Name},param:part{index}"))), "UPLOAD" },
        };
        foreach (var (name, value) in more) form.Add(new StringContent(value), name);
        foreach (var (index, table) in tables.Index()) form.Add(new ByteArrayContent(table.Document), $"part{index}", "table.vot");
        return form;
    }

    /// <summary>A VOTable of two columns, <c>n</c> and <c>word</c>; each row is <c>n word</c>.</summary>
    public static string Votable(params ReadOnlySpan<string> rows)
    {
        var cells = new StringBuilder();
        foreach (var row in rows) cells.Append("<TR><TD>").Append(row.Replace(" ", "</TD><TD>", StringComparison.Ordinal)).Append("</TD></TR>");
        return $"<VOTABLE version=\"1.4\"><RESOURCE><TABLE><FIELD name=\"n\" datatype=\"int\"/><FIELD name=\"word\" datatype=\"char\" arraysize=\"*\"/><DATA><TABLEDATA>{cells}</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
    }
}
