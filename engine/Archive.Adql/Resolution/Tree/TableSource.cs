using System.Collections.Immutable;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>
/// One table as FROM brings it in: a table of the catalogue or a subquery. Two entries of the same table are two sources. Compares by reference.
/// </summary>
public sealed class TableSource
{
    private readonly Dictionary<string, int>? firstByName;

    internal TableSource(int number, Identifier name, Table table)
    {
        Number = number;
        Name = name;
        Table = table;
        Columns = table.Columns;
    }

    internal TableSource(int number, Identifier name, ImmutableArray<Column> columns)
    {
        Number = number;
        Name = name;
        Columns = columns;
        firstByName = new Dictionary<string, int>(columns.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Length; i++) firstByName.TryAdd(columns[i].Name, i);
    }

    /// <summary>Counts from 1 over the whole query, subqueries included.</summary>
    public int Number { get; }

    /// <summary>What column references may put in front: the alias, or the table's own name.</summary>
    public Identifier Name { get; }

    /// <summary>The table of the catalogue; null for a subquery.</summary>
    public Table? Table { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>The column with this name; null if there is none.</summary>
    /// <param name="name">A name as written.</param>
    /// <param name="isAmbiguous">A subquery may give two columns one name; then the first is found, and this is true.</param>
    internal ResolvedColumn? Find(Identifier name, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (Table is not null)
        {
            return Table.FindColumn(name.Text) is { } column && name.Matches(column.Name) ? new ResolvedColumn(this, column, -1, name.Span) : null;
        }

        if (!firstByName!.TryGetValue(name.Text, out var first)) return null;
        ResolvedColumn? found = null;
        for (var i = first; i < Columns.Length; i++)
        {
            if (!name.Matches(Columns[i].Name)) continue;
            isAmbiguous = found is not null;
            found ??= new ResolvedColumn(this, Columns[i], i, name.Span);
        }

        return found;
    }
}
