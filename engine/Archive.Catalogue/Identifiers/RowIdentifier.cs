using System.Diagnostics.CodeAnalysis;
using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Identifiers;

/// <summary>
/// Names one row of one table to the world: <c>ivo://archive.local/koa_hires?HI.20040824.16437</c>, ObsCore's <c>obs_publisher_did</c> (IVOA Identifiers 2.0, section 4.1). The key is
/// percent-encoded but for letters, digits and <c>-._~</c>, as DuckDB's <c>url_encode</c> does it.
/// </summary>
/// <param name="TableName">Name of the table, without its schema.</param>
/// <param name="Key">The value of the table's key column; a whole number as its digits.</param>
public sealed record RowIdentifier(string TableName, string Key)
{
    /// <summary>An authority that nobody registers: the archive is one machine's own.</summary>
    private const string Authority = "archive.local";

    private const string Start = $"ivo://{Authority}/";

    /// <summary>Can the rows of a table be named: has it a key, and is that text or a whole number?</summary>
    public static bool IsFor(Table table) =>
        table.KeyColumn is { } key && table.FindColumn(key)?.Type is { } type && (type.IsText || (type.Arraysize is null && type.Datatype.IsInteger()));

    /// <summary>What the identifiers of all rows of a table begin with; the encoded key follows.</summary>
    public static string PrefixOf(Table table) => $"{Start}{Uri.EscapeDataString(table.Name)}?";

    /// <summary>Reads an identifier. Up to the question mark its letters may be in any case; whether there is such a table, or such a row, isn't looked at.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RowIdentifier? identifier)
    {
        identifier = null;
        if (!text.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return false;
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        if (mark <= Start.Length || mark == text.Length - 1) return false;
        identifier = new RowIdentifier(Uri.UnescapeDataString(text[Start.Length..mark]), Uri.UnescapeDataString(text[(mark + 1)..]));
        return true;
    }

    public override string ToString() => $"{Start}{Uri.EscapeDataString(TableName)}?{Uri.EscapeDataString(Key)}";
}
