using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;
using Archive.Sky.Stcs;

namespace Archive.Ingest.Importing;

/// <summary>Finds out what the columns of a staged file are: types, key, position, UT date.</summary>
internal sealed class TableRecognition
{
    private const int RegionsLookedAt = 1000;

    private readonly StagedTable _staged;
    private readonly List<ImportedColumn> _columns;
    private readonly List<string> _notes = [];

    public TableRecognition(StagedTable staged)
    {
        _staged = staged;
        Rows = staged.Count("SELECT count(*) FROM raw");
        _columns = staged.Description is { } table ? Described(table) : Undescribed();
        Position = FindPosition();
        Key = FindKey();
        PartitionedBy = FindUtDate();
        if (Find(ColumnNames.Region) is { } region) Replace(region, AsRegion(region));
        _notes.AddRange(_columns.Select(column => column.Note).OfType<string>());
    }

    public long Rows { get; }

    public IReadOnlyList<ImportedColumn> Columns => _columns;

    public IReadOnlyList<string> Notes => _notes;

    public string? Key { get; }

    public PositionColumns? Position { get; }

    public ImportedColumn? PartitionedBy { get; }

    private List<(string Name, string Type)> StagedColumns() => _staged.Query("SELECT column_name, column_type FROM (DESCRIBE raw)").ConvertAll(row => (row[0]!, row[1]!));

    private List<ImportedColumn> Described(Table table) => [.. table.Columns.Zip(StagedColumns(), (column, staged) => ImportedColumn.Of(column, staged.Type))];

    private List<ImportedColumn> Undescribed()
    {
        var columns = StagedColumns();
        var texts = columns.Where(column => column.Type == "VARCHAR").Select(column => column.Name).ToArray();
        var lengths = texts.Length == 0 ? [] : _staged.Query($"SELECT {string.Join(", ", texts.Select(name => $"CAST(max(length({SqlText.Identifier(name)})) AS VARCHAR)"))} FROM raw")[0];
        var longest = texts.Zip(lengths, (name, length) => (name, length is null ? (long?)null : long.Parse(length, CultureInfo.InvariantCulture))).ToDictionary(pair => pair.name, pair => pair.Item2);
        return columns.ConvertAll(column => ImportedColumn.Of(column.Name, column.Type, longest.GetValueOrDefault(column.Name)));
    }

    private PositionColumns? FindPosition()
    {
        foreach (var (longitude, latitude) in ColumnRoles.Positions(_columns, Role))
        {
            var outside = _staged.Count($"""
                SELECT count(*) FROM raw WHERE NOT (isfinite(CAST({SqlText.Identifier(longitude.Name)} AS DOUBLE)) AND {SqlText.Identifier(longitude.Name)} BETWEEN 0 AND 360)
                OR NOT (isfinite(CAST({SqlText.Identifier(latitude.Name)} AS DOUBLE)) AND {SqlText.Identifier(latitude.Name)} BETWEEN -90 AND 90)
                """);
            if (outside == 0)
            {
                AsDouble(longitude);
                AsDouble(latitude);
                return new PositionColumns(longitude.Name, latitude.Name);
            }

            Note($"{longitude.Name}, {latitude.Name}: not taken as the position, since {outside} rows are outside of 0 to 360 and -90 to 90 degrees.");
        }

        return null;
    }

    private string? FindKey()
    {
        foreach (var candidate in ColumnRoles.Keys(_columns, Role))
        {
            var name = SqlText.Identifier(candidate.Name);
            var distinct = _staged.Count($"SELECT count(DISTINCT {name}) FROM raw");
            if (distinct == Rows) return candidate.Name;
            Note($"{candidate.Name}: not taken as the key, since {Rows - distinct} of {Rows} rows have no value of their own in it.");
        }

        return null;
    }

    private ImportedColumn? FindUtDate()
    {
        foreach (var candidate in ColumnRoles.UtDates(_columns, Role))
        {
            var column = candidate.SourceType == "VARCHAR" ? AsDate(candidate) : candidate;
            if (!column.Type.IsDate && !column.Type.IsTimestamp) continue;
            var missing = _staged.Count($"SELECT count(*) FROM raw WHERE {SqlText.Identifier(column.Name)} IS NULL OR NOT isfinite({column.Expression})");
            if (missing == 0) return column;
            Note($"{column.Name}: not taken as the UT date, since {missing} rows have none.");
        }

        return null;
    }

    /// <summary>A day or an instant that is kept as text, as files of other archives have it.</summary>
    private ImportedColumn AsDate(ImportedColumn column)
    {
        var name = SqlText.Identifier(column.Name);
        if (_staged.Count($"SELECT count(*) FROM raw WHERE {name} IS NOT NULL AND (length({name}) < 10 OR TRY_CAST({name} AS TIMESTAMP) IS NULL)") > 0) return column;
        var type = _staged.Count($"SELECT count(*) FROM raw WHERE length({name}) > 10") == 0 ? ColumnType.Date : ColumnType.Timestamp;
        return Replace(column, column with { Type = type, Expression = $"CAST({name} AS {type.SqlTypeName()})" });
    }

    /// <summary>
    /// A footprint, which ObsCore calls s_region: DALI's numbers, as an array or as text, become a polygon; STC-S stays the text that it is. Else it is a column like others.
    /// </summary>
    private ImportedColumn AsRegion(ImportedColumn column)
    {
        var name = SqlText.Identifier(column.Name);
        var polygon = $"TRY_CAST({(column.SourceType == "VARCHAR" ? $"regexp_split_to_array(trim({name}), '\\s+')" : name)} AS DOUBLE[])";
        if (column.Type.Xtype is not null || _staged.Count($"SELECT count(*) FROM raw WHERE {name} IS NOT NULL") == 0) return column;
        if (column.SourceType is "VARCHAR" or "DOUBLE[]" or "FLOAT[]"
            && _staged.Count($"SELECT count(*) FROM raw WHERE {name} IS NOT NULL AND coalesce(len({polygon}) < 6 OR len({polygon}) % 2 <> 0 OR list_contains(list_transform({polygon}, x -> x IS NULL), true), true)") == 0)
            return column with { Type = ColumnType.Polygon, Expression = polygon, Note = null };
        if (column.SourceType != "VARCHAR") return column;
        var wrong = _staged.Query($"SELECT {name} FROM raw WHERE {name} IS NOT NULL LIMIT {RegionsLookedAt}").Find(row => !IsRegion(row[0]!));
        if (wrong is null) return column with { Type = ColumnType.Region };
        Note($"{column.Name}: stays text, since '{(wrong[0]!.Length <= 40 ? wrong[0] : wrong[0]![..40] + "...")}' is neither a polygon's numbers nor STC-S.");
        return column;
    }

    private static bool IsRegion(string text)
    {
        try
        {
            StcsReader.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private void AsDouble(ImportedColumn column) =>
        Replace(column, column with { Type = ColumnType.Double, Expression = $"CAST({SqlText.Identifier(column.Name)} AS DOUBLE)" });

    private ImportedColumn Replace(ImportedColumn former, ImportedColumn column)
    {
        _columns[_columns.IndexOf(former)] = column;
        return column;
    }

    private static Column Role(ImportedColumn column) => (column.Described ?? new Column { Name = column.Name, Type = column.Type }) with { Type = column.Type };

    private ImportedColumn? Find(string name) => _columns.Find(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private void Note(FormattableString note) => _notes.Add(note.ToString(CultureInfo.InvariantCulture));
}
