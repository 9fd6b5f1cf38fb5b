using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Archive.Ingest.Instruments;

/// <summary>A definition file taken apart: its properties and its columns' fields, each with its line.</summary>
internal sealed class DefinitionText
{
    /// <summary>The fields of a column, in the order in which they stand.</summary>
    public static readonly ImmutableArray<string> FieldNames =
        ["name", "type", "width", "unit", "ucd", "principal", "required", "keywords", "minimum", "maximum", "values", "description"];

    /// <summary>What a table may be told of at its head; those that may be said several times come last.</summary>
    private static readonly FrozenSet<string> Properties =
        new[] { "instrument", "table", "rules", "common", "hundredths", "time", "key", "utdate", "start", "position", "columns", "description", "version", "header", "prefix" }.ToFrozenSet();

    private const string EmptyField = "-";
    private const int MostLines = 100_000;

    private readonly List<string> _comments = [];
    private readonly List<(string Name, string Value, int Line)> _properties = [];

    /// <summary>The fields of each column, whole, and the line where they stand.</summary>
    public List<(string[] Fields, int Line)> Columns { get; } = [];

    /// <exception cref="InvalidDataException">The text breaks the form.</exception>
    public static DefinitionText Read(TextReader reader, Func<string, FrozenDictionary<string, string[]>> commonColumns)
    {
        var text = new DefinitionText();
        FrozenDictionary<string, string[]>? common = null;
        var sawFieldNames = false;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            if (++number > MostLines) throw Fault(number, $"a definition has {MostLines} lines at most");
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (line.StartsWith("##", StringComparison.Ordinal))
            {
                text._comments.Add(line[2..].Trim());
            }
            else if (line.StartsWith('#'))
            {
                text.AddProperty(line, number);
            }
            else if (!sawFieldNames)
            {
                if (!line.Split('\t').AsSpan().SequenceEqual(FieldNames.AsSpan())) throw Fault(number, "the fields must be, with tabs between them, " + string.Join(", ", FieldNames));
                sawFieldNames = true;
                common = text.Find("common") is { } name ? commonColumns(name) : null;
            }
            else
            {
                text.Columns.Add((Whole(line.Split('\t'), common, number), number));
            }
        }

        return text;
    }

    /// <summary>The value of a property; null where the file doesn't say it.</summary>
    public string? Find(string property) => _properties.Find(found => found.Name == property).Value;

    /// <summary>All values of a property that may be said several times, with their lines.</summary>
    public IEnumerable<(string Value, int Line)> FindAll(string property) => _properties.Where(found => found.Name == property).Select(found => (found.Value, found.Line));

    public int LineOf(string property) => _properties.Find(found => found.Name == property).Line;

    public static InvalidDataException Fault(int lineNumber, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {lineNumber} of the instrument's definition: {what}."));

    /// <summary>Says a property, in place of what was said of it.</summary>
    public void Set(string property, string value)
    {
        Remove(property);
        _properties.Insert(0, (property, value, 0));
    }

    public void Remove(string property) => _properties.RemoveAll(found => found.Name == property);

    /// <summary>Puts other comments in place of those that the text has.</summary>
    public void SetComments(params IEnumerable<string> comments)
    {
        _comments.Clear();
        _comments.AddRange(comments);
    }

    /// <summary>Writes it all as it can be read again, comments at its head, what a common file says of the columns included.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var comment in _comments) text.Append(CultureInfo.InvariantCulture, $"## {comment}\n");
        foreach (var (name, value, _) in _properties.Where(property => property.Name != "common")) text.Append(CultureInfo.InvariantCulture, $"# {name}: {value}\n");
        text.AppendJoin('\t', FieldNames).Append('\n');
        foreach (var (fields, _) in Columns) text.AppendJoin('\t', fields).Append('\n');
        return text.ToString();
    }

    private void AddProperty(string line, int number)
    {
        if (line.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0) throw Fault(number, "a line that begins with # is '# property: value', or '## comment'");
        var name = line[1..colon].Trim();
        if (!Properties.Contains(name)) throw Fault(number, $"there is no property '{name}'; known: {string.Join(", ", Properties.Order(StringComparer.Ordinal))}");
        if (name is not ("header" or "prefix") && Find(name) is not null) throw Fault(number, $"the property {name} is said twice");
        _properties.Add((name, line[(colon + 1)..].Trim(), number));
    }

    private static string[] Whole(string[] fields, FrozenDictionary<string, string[]>? common, int number)
    {
        if (common is null)
        {
            if (fields.Length > FieldNames.Length || fields.Length < 2) throw Fault(number, $"it has {fields.Length} fields instead of {FieldNames.Length}");
            return [.. fields, .. Enumerable.Repeat("", FieldNames.Length - fields.Length)];
        }

        if (fields.Length > FieldNames.Length) throw Fault(number, $"it has {fields.Length} fields instead of {FieldNames.Length}");
        common.TryGetValue(fields[0], out var shared);
        return [.. Enumerable.Range(0, FieldNames.Length).Select(place => Field(place < fields.Length ? fields[place] : "", shared?[place] ?? ""))];
    }

    private static string Field(string own, string shared) => own == EmptyField ? "" : own.Length > 0 ? own : shared;
}
