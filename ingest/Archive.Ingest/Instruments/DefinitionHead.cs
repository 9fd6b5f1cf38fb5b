using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.Catalogue.Units;

namespace Archive.Ingest.Instruments;

/// <summary>Makes a definition of a file's properties and columns, and looks whether they fit each other.</summary>
internal static partial class DefinitionHead
{
    private static readonly Dictionary<string, DerivationRules> Rules = new()
    {
        ["headers"] = DerivationRules.Headers,
        ["koa"] = DerivationRules.Koa,
        ["hires"] = DerivationRules.Hires,
    };

    /// <exception cref="InvalidDataException">A property is missing or can't be read, or a column breaks the form.</exception>
    public static InstrumentDefinition Define(DefinitionText text, string? tableName)
    {
        var columns = ReadColumns(text);
        var position = text.Find("position")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (position.Length is not (0 or 2)) throw DefinitionText.Fault(text.LineOf("position"), "the property position names two columns: right ascension, declination");
        string key = Property(text, "key"), utDate = Property(text, "utdate");
        CheckRole(text, "key", key, columns, ColumnKind.Text);
        CheckRole(text, "utdate", utDate, columns, ColumnKind.Date);
        foreach (var name in position) CheckRole(text, "position", name, columns, ColumnKind.Real);
        if (text.Find("start") is { } start) CheckRole(text, "start", start, columns, ColumnKind.Timestamp);

        var table = new Table(InstrumentFile.SchemaName, tableName ?? Property(text, "table"), columns.Select(column => column.ToColumn(column.Name == utDate || position.Contains(column.Name))))
        {
            Description = Property(text, "description"),
            KeyColumn = key,
            UtDateColumn = utDate,
            Position = position is [var ra, var dec] ? new PositionColumns(ra, dec) : null,
        };
        return new InstrumentDefinition(columns, table)
        {
            Name = text.Find("instrument") ?? table.Name,
            Rules = RulesOf(text),
            HeaderConditions = HeaderConditions(text),
            Prefixes = [.. text.FindAll("prefix").Select(found => Parse(found.Line, () => IdentifierPrefix.Parse(found.Value)))],
            HasHundredths = text.Find("hundredths") switch
            {
                null or "no" => false,
                "yes" => true,
                _ => throw DefinitionText.Fault(text.LineOf("hundredths"), "the property hundredths is yes or no"),
            },
            TimeKeywords = text.Find("time") is { } time ? [.. time.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : null,
            StartOrdinal = text.Find("start") is { } named ? columns.First(column => column.Name == named).Ordinal : null,
            TakesAllKeywords = text.Find("columns") switch
            {
                null => false,
                "from headers" => true,
                _ => throw DefinitionText.Fault(text.LineOf("columns"), "the property columns can only be 'from headers'"),
            },
        };
    }

    private static ImmutableArray<ColumnDefinition> ReadColumns(DefinitionText text)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnDefinition>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (fields, line) in text.Columns)
        {
            var column = ColumnReader.Read(fields, columns.Count, line);
            if (!RegularIdentifier().IsMatch(column.Name)) throw DefinitionText.Fault(line, $"'{column.Name}' is no name for a column: lower-case letters, digits and underscores, a letter first");
            if (!names.Add(column.Name)) throw DefinitionText.Fault(line, $"column {column.Name} is defined twice");
            if (column.Unit is { } unit) CheckUnit(unit, line);
            columns.Add(column);
        }

        return columns.ToImmutable();
    }

    private static void CheckUnit(string unit, int line)
    {
        try
        {
            UnitParser.Parse(unit);
        }
        catch (UnitSyntaxException error)
        {
            throw DefinitionText.Fault(line, $"'{unit}' is no unit by VOUnits: {error.Message.TrimEnd('.')}");
        }
    }

    private static ImmutableArray<HeaderCondition> HeaderConditions(DefinitionText text)
    {
        ImmutableArray<HeaderCondition> conditions = [.. text.FindAll("header").Select(found => Parse(found.Line, () => HeaderCondition.Parse(found.Value)))];
        return conditions.IsEmpty && text.Find("instrument") is { } name ? [Parse(text.LineOf("instrument"), () => HeaderCondition.Parse($"INSTRUME = {name}"))] : conditions;
    }

    private static DerivationRules RulesOf(DefinitionText text) =>
        text.Find("rules") is not { } named ? DerivationRules.Headers
        : Rules.TryGetValue(named, out var rules) ? rules
        : throw DefinitionText.Fault(text.LineOf("rules"), $"there are no rules '{named}'; known: {string.Join(", ", Rules.Keys)}");

    private static void CheckRole(DefinitionText text, string property, string name, ImmutableArray<ColumnDefinition> columns, ColumnKind kind)
    {
        var column = columns.FirstOrDefault(column => column.Name == name)
            ?? throw DefinitionText.Fault(text.LineOf(property), $"the property {property} names a column {name} that it doesn't define");
        if (column.Kind != kind) throw DefinitionText.Fault(text.LineOf(property), $"the property {property} names column {name}, which should be a {ColumnReader.NameOf(kind)}");
    }

    private static string Property(DefinitionText text, string name) => text.Find(name) ?? throw new InvalidDataException($"The definition lacks the line '# {name}: ...'.");

    private static T Parse<T>(int line, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException error)
        {
            throw DefinitionText.Fault(line, error.Message);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex RegularIdentifier();
}
