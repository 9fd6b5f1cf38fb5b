using System.Globalization;
using Archive.Catalogue.Identifiers;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Tap.Parameters;

namespace Archive.Tap.DataLink;

/// <summary>A row that an ID names.</summary>
/// <param name="Table">The table that it is in.</param>
/// <param name="Key">The value of the table's key column, as text.</param>
/// <param name="FileHandle">Path of the row's file; null where the table or the row has none.</param>
internal sealed record FoundRow(Table Table, string Key, string? FileHandle);

/// <summary>Finds the rows that IDs name: identifiers of rows, or values of a table's key column alone. One query a table, however many IDs.</summary>
internal sealed class RowLookup(ArchiveEngine engine)
{
    /// <summary>The column that names a row's file.</summary>
    private const string FileHandleColumn = "filehand";

    /// <summary>The rows by the ID that was asked for; an ID that names none is missing.</summary>
    /// <param name="ids">Identifiers of rows, or keys.</param>
    /// <param name="tableName">The table that keys are of; null for the first that has such a key.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Dictionary<string, FoundRow>> FindAsync(IReadOnlyCollection<string> ids, string? tableName, CancellationToken cancellation)
    {
        var asked = ids.Select(id => (Id: id, Identifier: RowIdentifier.TryParse(id, out var identifier) ? identifier : null)).ToList();
        var found = new Dictionary<string, FoundRow>(StringComparer.Ordinal);
        foreach (var table in engine.Current.Tables.Tables.Where(table => table.Kind == TableKind.Table && RowIdentifier.IsFor(table)))
        {
            var keys = asked.Where(item => !found.ContainsKey(item.Id) && (item.Identifier?.TableName ?? tableName ?? table.Name).Equals(table.Name, StringComparison.OrdinalIgnoreCase))
                .Select(item => (item.Id, Key: item.Identifier?.Key ?? item.Id)).Where(item => LiteralOf(table, item.Key) is not null).ToList();
            if (keys.Count == 0) continue;
            var rows = await ReadAsync(table, keys.Select(item => LiteralOf(table, item.Key)!).Distinct(), cancellation);
            foreach (var (id, key) in keys)
            {
                if (rows.TryGetValue(key, out var row)) found[id] = row;
            }
        }

        return found;
    }

    private async Task<Dictionary<string, FoundRow>> ReadAsync(Table table, IEnumerable<string> literals, CancellationToken cancellation)
    {
        var key = AdqlText.Name(table.KeyColumn!);
        var fileHandle = table.FindColumn(FileHandleColumn) is { Type.IsText: true } column ? AdqlText.Name(column.Name) : "CAST(NULL AS VARCHAR)";
        var adql = $"SELECT CAST({key} AS VARCHAR) AS k, {fileHandle} AS f FROM {AdqlText.Name(table)} WHERE {key} IN ({string.Join(", ", literals)})";
        var rows = new Dictionary<string, FoundRow>(StringComparer.Ordinal);
        using var query = await engine.StartAsync(adql, cancellation: cancellation);
        while (query.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var value = chunk.Column(0).Text(row)!;
                    rows.TryAdd(value, new FoundRow(table, value, chunk.Column(1).Text(row)));
                }
            }
        }

        return rows;
    }

    /// <summary>A key as ADQL writes it; null where the table's key can't have that value. A number must be written as it is shown, so that a row has one name.</summary>
    public static string? LiteralOf(Table table, string key)
    {
        if (table.FindColumn(table.KeyColumn!)!.Type.IsText) return AdqlText.Literal(key);
        return long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == key && number != long.MinValue ? key : null;
    }
}
