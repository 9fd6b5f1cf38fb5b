using System.Globalization;
using Archive.Catalogue.Identifiers;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>The rows of one table as rows of ObsCore: its mapping in SQL. Columns of the table that no query of the view asks for aren't read.</summary>
/// <param name="mapping">How the table fills ObsCore.</param>
/// <param name="hasUnnamedRows">There are rows without a key: they are no observations. Where there are none the view does without a filter that would have it read all keys to count them.</param>
internal sealed class ObsCoreRows(ObservationMapping mapping, bool hasUnnamedRows)
{
    /// <summary>The variable of a connection that holds the address of the service's list of links, to which <c>?ID=</c> and an identifier are added; null or unset where there is no service.</summary>
    public const string LinksUrlVariable = "links_url";

    private const string LinksUrl = $"CAST(getvariable('{LinksUrlVariable}') AS VARCHAR)";

    private const string SecondsOfDay = "86400e0", MjdOfEpoch = "40587e0", MicrosecondsOfDay = "86400000000e0";

    private Table Table => mapping.Table;

    private string PublisherDid => $"{SqlText.Literal(RowIdentifier.PrefixOf(Table))} || url_encode(CAST({SqlText.Identifier(Table.KeyColumn!)} AS VARCHAR))";

    /// <summary>A SELECT of all columns of ObsCore, and in the order of the sky of those that spatial predicates need.</summary>
    public string Select(bool inSkyOrder)
    {
        // To count the rows of several tables DuckDB reads the first column, so that is one that costs nothing.
        var columns = string.Join(",\n", ObsCore.Table.Columns.OrderBy(column => column.Name != ObsCore.CalibLevel).Select(column => $"{Value(column)} AS {SqlText.Identifier(column.Name)}"));
        var schema = inSkyOrder && Table.Position is not null ? StoreColumns.SkyOrderSchema : StoreColumns.PartitionOrderSchema;
        return $"SELECT {columns}{(inSkyOrder ? StoreColumnsOf() : "")} FROM {schema}.{SqlText.Identifier(Table.Name)}{(hasUnnamedRows ? $" WHERE {SqlText.Identifier(Table.KeyColumn!)} IS NOT NULL" : "")}";
    }

    /// <summary>A table without positions has no copy in the order of the sky, and its rows are nowhere in it.</summary>
    private string StoreColumnsOf()
    {
        string[] columns = [StoreColumns.Cell, StoreColumns.X, StoreColumns.Y, StoreColumns.Z];
        return ", " + string.Join(", ", Table.Position is not null ? columns : columns.Select(column => $"CAST(NULL AS {(column == StoreColumns.Cell ? "BIGINT" : "DOUBLE")}) AS {column}"));
    }

    private string Value(Column target)
    {
        if (mapping.ValueOf(target.Name) is not { } value) return Unmapped(target);
        var sources = value.Sources.Select(source => Source(source, target)).ToList();
        var sql = sources.Count == 1 ? sources[0] : $"coalesce({string.Join(", ", sources)})";
        return value.OnlyWith is { } condition ? $"CASE WHEN {Value(ObsCore.Table.FindColumn(condition)!)} IS NOT NULL THEN {sql} END" : sql;
    }

    /// <summary>What follows from other columns, and null for all else.</summary>
    private string Unmapped(Column target) => target.Name switch
    {
        ObsCore.PublisherDid => PublisherDid,
        ObsCore.AccessUrl => $"{LinksUrl} || '?ID=' || url_encode({PublisherDid})",
        ObsCore.AccessFormat when mapping.ValueOf(ObsCore.AccessUrl) is null => $"CASE WHEN {LinksUrl} IS NOT NULL THEN '{ObsCore.LinksFormat}' END",
        ObsCore.End when End() is { } end => end,
        ObsCore.Region when Table.Position is { } position => Region(SqlText.Identifier(position.RightAscension), SqlText.Identifier(position.Declination)),
        _ => $"CAST(NULL AS {target.Type.SqlTypeName()})",
    };

    private static string Source(ObservationSource source, Column target)
    {
        var (sql, type) = source switch
        {
            ConstantSource constant => (SqlText.Literal(constant.Text), ColumnType.Text),
            ChoiceSource choice => (Choice(choice), ColumnType.Text),
            ColumnSource column => Column(column),
            _ => throw new InvalidOperationException($"Unknown source {source.GetType().Name}."),
        };
        return type.SqlTypeName() == target.Type.SqlTypeName() ? sql : $"TRY_CAST({sql} AS {target.Type.SqlTypeName()})";
    }

    /// <summary>
    /// Values of one choice are compared together: each comparison that is written costs every query of the view time to plan it. A function does it, which DuckDB asks once for each entry of
    /// a dictionary, where it asks IN for each row.
    /// </summary>
    private static string Choice(ChoiceSource choice)
    {
        var column = SqlText.Identifier(choice.Source.Name);
        var text = choice.Source.Type.IsText ? column : $"CAST({column} AS VARCHAR)";
        var cases = choice.Choices.GroupBy(pair => pair.Choice == pair.Value ? text : SqlText.Literal(pair.Choice))
            .Select(group => $"WHEN list_contains({SqlText.List(group.Select(pair => pair.Value))}, {text}) THEN {group.Key}");
        return $"CASE {string.Join(' ', cases)} END";
    }

    private static (string Sql, ColumnType Type) Column(ColumnSource column)
    {
        var (sql, type) = (SqlText.Identifier(column.Source.Name), column.Source.Type);
        if (type.IsDate || type.IsTimestamp) return ($"(epoch_us(CAST({sql} AS TIMESTAMP)) / {MicrosecondsOfDay} + {MjdOfEpoch})", ColumnType.Double);
        if (type.IsGeometry) return ($"{(type.Xtype is "polygon" ? "'Polygon" : type.Xtype is "circle" ? "'Circle" : "'Position")} ICRS ' || array_to_string({sql}, ' ')", ColumnType.Text);
        if (column is { Factor: 1, Divisor: 1 }) return (sql, type);
        return (string.Create(CultureInfo.InvariantCulture, $"(CAST({sql} AS DOUBLE) * {column.Factor:E16} / {column.Divisor:E16})"), ColumnType.Double);
    }

    /// <summary>The exposure after the begin; the end of the day where only the day is known; null where that isn't to be told.</summary>
    private string? End()
    {
        var begin = Value(ObsCore.Table.FindColumn(ObsCore.Start)!);
        if (mapping.ValueOf(ObsCore.Start)!.Sources[0].Column is { Type.IsDate: true }) return $"{begin} + 1";
        return mapping.ValueOf(ObsCore.Exposure) is null ? null : $"{begin} + {Value(ObsCore.Table.FindColumn(ObsCore.Exposure)!)} / {SecondsOfDay}";
    }

    private string Region(string ra, string dec)
    {
        var field = Value(ObsCore.Table.FindColumn(ObsCore.FieldOfView)!);
        return $"CASE WHEN {ra} BETWEEN 0 AND 360 AND {dec} BETWEEN -90 AND 90 THEN coalesce('Circle ICRS ' || {ra} || ' ' || {dec} || ' ' || {field} / 2, 'Position ICRS ' || {ra} || ' ' || {dec}) END";
    }
}
