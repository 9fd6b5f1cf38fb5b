using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>A column as TAP_SCHEMA describes it.</summary>
/// <param name="Column">The description; its type is null-like text where the datatype isn't known.</param>
/// <param name="IsTyped">The datatype is one that is known.</param>
/// <param name="Written">The name as a query spells it.</param>
internal sealed record DeclaredColumn(Column Column, bool IsTyped, string Written);

/// <summary>
/// Reads what TAP_SCHEMA says of a table. All columns are asked for, by <c>*</c>, and taken by name: older services have fewer than TAP 1.1, section 4.3 wants, or other ones.
/// </summary>
internal sealed class TapSchemaReading(RemoteService service)
{
    /// <summary>The table's name as the remote lists it; null where it isn't listed.</summary>
    /// <exception cref="IngestException">Tables are listed, but none of that name.</exception>
    public async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        if (await TryAskAsync($"SELECT table_name FROM TAP_SCHEMA.tables WHERE table_name = {SqlText.Literal(name)}", cancellation) is { Rows: [[{ } exact]] }) return exact;
        var listed = await TryAskAsync("SELECT table_name FROM TAP_SCHEMA.tables", cancellation);
        if (listed is null or { Rows.Count: 0 }) return null;
        var names = listed.Rows.Select(row => row[0]).OfType<string>().ToList();
        return names.Find(found => found.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? names.Find(found => Bare(found).Equals(Bare(name), StringComparison.OrdinalIgnoreCase))
            ?? throw new IngestException($"{service.Address} has no table '{name}'. It lists {string.Join(", ", names.Order(StringComparer.Ordinal).Take(20))}{(names.Count > 20 ? $" and {names.Count - 20} more" : "")}.");
    }

    /// <summary>What is said of the table itself: description and utype.</summary>
    public async Task<(string? Description, string? Utype)> DescribeAsync(string listedName, CancellationToken cancellation)
    {
        var said = await TryAskAsync($"SELECT * FROM TAP_SCHEMA.tables WHERE table_name = {SqlText.Literal(listedName)}", cancellation);
        return said is { Rows: [var row, ..] } ? (Value(said, row, "description"), Value(said, row, "utype")) : (null, null);
    }

    /// <summary>The columns in their order; empty where TAP_SCHEMA has none.</summary>
    public async Task<ImmutableArray<DeclaredColumn>> ColumnsAsync(string listedName, CancellationToken cancellation)
    {
        var said = await TryAskAsync($"SELECT * FROM TAP_SCHEMA.columns WHERE table_name = {SqlText.Literal(listedName)}", cancellation);
        if (said is null || said.Find("column_name") < 0) return [];
        if (said.IsOverflow) throw new IngestException($"{service.Address} gives {said.Rows.Count} rows at once, and {listedName} has more columns than that. It can't be described.");
        var inOrder = said.Rows.OrderBy(row => int.TryParse(Value(said, row, "column_index"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. inOrder.Select(row => Declared(said, row)).OfType<DeclaredColumn>().Where(column => names.Add(column.Column.Name))];
    }

    private static DeclaredColumn? Declared(RemoteRows said, string?[] row)
    {
        if (Value(said, row, "column_name") is not { Length: > 0 } written) return null;
        var isQuoted = written is ['"', _, .., '"'];
        var name = isQuoted ? written[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : written;
        var isRegular = char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        var type = DeclaredType.Of(Value(said, row, "datatype"), Value(said, row, "arraysize") ?? Value(said, row, "size"), Value(said, row, "xtype"));
        return new DeclaredColumn(new Column
        {
            Name = name,
            Type = type ?? ColumnType.Text,
            Unit = Value(said, row, "unit"),
            Ucd = Value(said, row, "ucd"),
            Utype = Value(said, row, "utype"),
            Description = Value(said, row, "description"),
            IsIndexed = Value(said, row, "indexed") == "1",
            IsPrincipal = said.Find("principal") < 0 || Value(said, row, "principal") is "1" or "Y",
            IsStandard = Value(said, row, "std") == "1",
        }, type is not null, isQuoted || isRegular ? written : SqlText.Identifier(name));
    }

    private static string? Value(RemoteRows said, string?[] row, string column) =>
        said.Find(column) is >= 0 and var place && !string.IsNullOrWhiteSpace(row[place]) ? row[place]!.Trim() : null;

    private static string Bare(string name) => name[(name.LastIndexOf('.') + 1)..].Trim('"');

    private async Task<RemoteRows?> TryAskAsync(string adql, CancellationToken cancellation)
    {
        try
        {
            return await service.AskAsync(adql, cancellation);
        }
        catch (RemoteRefusalException)
        {
            return null;
        }
    }
}
