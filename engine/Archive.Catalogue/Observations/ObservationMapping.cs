using System.Collections.Frozen;
using System.Collections.Immutable;
using Archive.Catalogue.Identifiers;
using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Observations;

/// <summary>How the rows of one table become rows of <see cref="ObsCore"/>.</summary>
public sealed class ObservationMapping
{
    private readonly FrozenDictionary<string, ObservationValue> values;
    private readonly FrozenSet<string> columns;

    private ObservationMapping(Table table, FrozenDictionary<string, ObservationValue> values)
    {
        Table = table;
        this.values = values;
        columns = values.Values.SelectMany(value => value.Sources).Select(source => source.Column?.Name).OfType<string>().Append(table.KeyColumn!).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public Table Table { get; }

    /// <summary>
    /// The mapping of a table, by the first mapping file whose columns it has; null for a table of which no row is an observation: it must have a key, so that each observation has a name,
    /// and say when.
    /// </summary>
    public static ObservationMapping? Of(Table table)
    {
        if (table.Kind == TableKind.View || IngestSchema.Has(table) || !RowIdentifier.IsFor(table)) return null;
        var values = MappingFile.All.First(file => file.Fits(table)).ValuesOf(table);
        return values.ContainsKey(ObsCore.Start) && values.ContainsKey(ObsCore.ObsId) ? new ObservationMapping(table, values) : null;
    }

    /// <summary>The value of one of ObsCore's columns; null where the table says nothing of it.</summary>
    public ObservationValue? ValueOf(string column) => values.GetValueOrDefault(column);

    /// <summary>Is the column read?</summary>
    public bool Reads(Column column) => columns.Contains(column.Name);
}
