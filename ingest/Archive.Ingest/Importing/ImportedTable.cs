using Archive.Catalogue.Tables;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Importing;

/// <summary>The definition of an imported table: types and roles as recognised, and what the columns mean from whoever knows it.</summary>
internal static class ImportedTable
{
    /// <param name="name">Name of the table.</param>
    /// <param name="found">What was recognised.</param>
    /// <param name="described">What the file says of itself; null where its kind says nothing.</param>
    /// <param name="known">A definition of a table of that name, an instrument's or the former one, for what the file doesn't say; null where there is none.</param>
    public static Table Define(string name, TableRecognition found, Table? described, Table? known)
    {
        var roles = new Dictionary<string, (string? Unit, string Ucd)>(StringComparer.OrdinalIgnoreCase);
        if (found.Position is { } position)
        {
            roles[position.RightAscension] = ("deg", "pos.eq.ra;meta.main");
            roles[position.Declination] = ("deg", "pos.eq.dec;meta.main");
        }

        if (found.PartitionedBy is { } date) roles.TryAdd(date.Name, (null, "time.start;obs"));
        if (found.Key is { } key) roles.TryAdd(key, (null, "meta.id;meta.main"));
        return new Table(known?.Schema ?? InstrumentFile.SchemaName, name, found.Columns.Select(Define))
        {
            Description = described?.Description ?? known?.Description,
            Utype = described?.Utype ?? known?.Utype,
            KeyColumn = found.Key,
            Position = found.Position,
            UtDateColumn = found.PartitionedBy is { Type.IsDate: true } day ? day.Name : null,
        };

        Column Define(ImportedColumn column)
        {
            var (isRole, said, meaning) = (roles.TryGetValue(column.Name, out var role), column.Described, known?.FindColumn(column.Name));
            return new Column
            {
                Name = column.Name,
                Type = column.Type,
                Unit = said?.Unit ?? meaning?.Unit ?? role.Unit,
                Ucd = said?.Ucd ?? meaning?.Ucd ?? (isRole ? role.Ucd : null),
                Utype = said?.Utype ?? meaning?.Utype,
                Description = said?.Description ?? meaning?.Description,
                IsIndexed = isRole,
                IsPrincipal = meaning?.IsPrincipal ?? true,
            };
        }
    }
}
