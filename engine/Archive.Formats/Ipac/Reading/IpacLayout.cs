using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading;

namespace Archive.Formats.Ipac.Reading;

/// <summary>What the header of an IPAC table says: a line of names, then of types, units and null markers, where the last three may be missing. The bars of the first line part the columns, in the rows too.</summary>
internal sealed class IpacLayout
{
    public const int HeaderLines = 4;

    private readonly List<string[]> header = [];
    private int[] bars = [];

    public ImmutableArray<TableField> Fields { get; private set; } = [];

    /// <summary>Takes one line of the header, which begins with a bar.</summary>
    /// <exception cref="TableReadException">It isn't one.</exception>
    public void Add(ReadOnlySpan<char> line, long number, TableReadLimits limits)
    {
        var found = BarsOf(line.TrimEnd());
        if (header.Count == HeaderLines) throw Wrong(number, $"is a {HeaderLines + 1}th line of the header; there are names, types, units and null markers, and no more.");
        if (header.Count == 0) bars = found;
        if (bars.Length < 2 || !found.SequenceEqual(bars)) throw Wrong(number, "of the header hasn't its bars where the first one has them. Each line begins and ends with a bar, and they stand below each other.");
        if (bars.Length - 1 > limits.MaximumColumns) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The table has more than {limits.MaximumColumns} columns, which is the most that are read."));
        var words = new string[bars.Length - 1];
        for (var column = 0; column < words.Length; column++) words[column] = line[(bars[column] + 1)..bars[column + 1]].Trim().ToString();
        header.Add(words);
    }

    /// <summary>Ends the header.</summary>
    /// <exception cref="TableReadException">There was none, or a word of it is no type.</exception>
    public void Complete()
    {
        if (header.Count == 0) throw new TableReadException("The IPAC table has no header: no line begins with a bar and names columns.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Fields = [.. Enumerable.Range(0, bars.Length - 1).Select(column => FieldOf(column, names))];
    }

    /// <summary>A cell of a row: what stands between two bars. Those that a short line hasn't are empty.</summary>
    public ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, int column)
    {
        var (start, end) = (bars[column] + 1, bars[column + 1]);
        return start >= line.Length ? "" : line[start..Math.Min(end, line.Length)].Trim();
    }

    /// <summary>Holds a row against the bars.</summary>
    /// <exception cref="TableReadException">Something stands below a bar or beyond the last one, so that it can't be told which column it belongs to.</exception>
    public void Check(ReadOnlySpan<char> line, long number)
    {
        foreach (var bar in bars)
        {
            if (bar < line.Length && !char.IsWhiteSpace(line[bar]))
                throw Wrong(number, string.Create(CultureInfo.InvariantCulture, $"has '{line[bar]}' in its column {bar + 1}, below a bar of the header. Every value must stand between its two bars; make the column wider."));
        }

        if (line.Length > bars[^1] && !line[bars[^1]..].IsWhiteSpace()) throw Wrong(number, "goes on beyond the header's last bar. Every value must stand between its two bars; make the column wider.");
    }

    private TableField FieldOf(int column, HashSet<string> names)
    {
        var name = UniqueNames.Add(Word(0, column) is { Length: > 0 } stem ? stem : FormattableString.Invariant($"column_{column + 1}"), names);
        var type = IpacTypes.Of(Word(1, column)) ?? throw new TableReadException($"Column '{name}': '{Word(1, column)}' is no type of IPAC tables. They are int, long, float, double, real, char and date.");
        var described = new Column { Name = name, Type = type, Unit = Word(2, column) is { Length: > 0 } unit ? unit : null };
        return new TableField(described, FieldShape.Parse(type.Arraysize, name), Word(3, column) is { Length: > 0 } marker ? marker : IpacColumn.NullText);
    }

    private string Word(int line, int column) => line < header.Count ? header[line][column] : "";

    private static int[] BarsOf(ReadOnlySpan<char> line)
    {
        List<int> found = [];
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '|') found.Add(at);
        }

        return found.Count > 0 && found[^1] == line.Length - 1 ? [.. found] : [];
    }

    private static TableReadException Wrong(long number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"Line {number} {what}"));
}
