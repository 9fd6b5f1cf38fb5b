using System.Collections.Immutable;

namespace Archive.Catalogue.Tables;

/// <summary>
/// Which columns a table's copy in the order of the sky holds. A narrow table is there whole; of a wide one, whose rows would be
/// dear to sort and mostly not asked for, the columns that most users want and those that the catalogue has a role for. A spatial
/// search that names another column reads the copy in the order of the partitions.
/// </summary>
public static class SkyOrder
{
    private const int WidestWholeTable = 64;

    public static bool Holds(Table table, Column column) =>
        table.Columns.Length <= WidestWholeTable || column.IsPrincipal || column.IsIndexed || column.IsStandard
        || table.Observations?.Reads(column) == true || Is(column, table.KeyColumn) || Is(column, table.UtDateColumn) || Is(column, table.Position?.RightAscension) || Is(column, table.Position?.Declination);

    /// <summary>The columns of the copy, in the table's order.</summary>
    public static ImmutableArray<Column> ColumnsOf(Table table) => [.. table.Columns.Where(column => Holds(table, column))];

    private static bool Is(Column column, string? name) => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
