using System.Globalization;
using System.Text;
using Archive.Adql.Resolution.Tree;

namespace Archive.Adql.Printing;

/// <summary>
/// Writes a resolved query for people, as <c>explain</c> shows it: an indented outline of its parts, each column with the source it comes from and each value with its type.
/// For reading only; nothing parses it.
/// </summary>
public sealed partial class ResolvedPrinter
{
    private readonly StringBuilder text = new();
    private int depth;

    private ResolvedPrinter()
    {
    }

    public static string Print(ResolvedQuery query)
    {
        var printer = new ResolvedPrinter();
        foreach (var with in query.With)
        {
            printer.Line($"with {with.Name}");
            printer.Indented(() => printer.Select(with.Select));
        }

        printer.Select(query.Select);
        return printer.text.ToString();
    }

    private void Select(ResolvedSelect select)
    {
        Body(select.Body);
        foreach (var term in select.OrderBy)
            Line($"order by {(term.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"column {position}") : Value(term.Expression!))}{(term.IsDescending ? ", descending" : "")}");
        if (select.Offset is { } offset) Line(string.Create(CultureInfo.InvariantCulture, $"offset {offset}"));
    }

    private void Body(ResolvedBody body)
    {
        switch (body)
        {
            case ResolvedSelectQuery query:
                Query(query);
                break;
            case ResolvedNestedSelect nested:
                Select(nested.Select);
                break;
            case ResolvedSetOperation operation:
                Line($"{operation.Operator.ToString().ToLowerInvariant()}{(operation.IsAll ? " all" : "")}");
                Indented(() => Body(operation.Left));
                Indented(() => Body(operation.Right));
                break;
        }
    }

    private void Query(ResolvedSelectQuery query)
    {
        Line($"select{(query.IsDistinct ? " distinct" : "")}{(query.Top is { } top ? string.Create(CultureInfo.InvariantCulture, $" top {top}") : "")}");
        Indented(() =>
        {
            foreach (var item in query.Items) Line($"{item.Column.Name} = {Value(item.Expression)}: {Type(item.Column.Type)}{(item.Column.Unit is { } unit ? $" [{unit}]" : "")}");
        });
        Line("from");
        Indented(() =>
        {
            foreach (var table in query.From) Table(table);
        });
        if (query.Where is not null) Line($"where {Condition(query.Where)}");
        foreach (var term in query.GroupBy) Line($"group by {Value(term)}");
        if (query.Having is not null) Line($"having {Condition(query.Having)}");
    }

    private void Table(ResolvedTableReference reference)
    {
        switch (reference)
        {
            case ResolvedTable table:
                Line($"{Name(table.Source)}: table {table.Table.Schema}.{table.Table.Name}");
                break;
            case ResolvedWithReference with:
                Line($"{Name(with.Source)}: query {with.With.Name}");
                break;
            case ResolvedDerivedTable derived:
                Line($"{Name(derived.Source)}: subquery");
                Indented(() => Select(derived.Select));
                break;
            case ResolvedJoin join:
                Line($"{join.Type.ToString().ToLowerInvariant()} join on {Condition(join.On)}");
                Indented(() => Table(join.Left));
                Indented(() => Table(join.Right));
                break;
        }
    }

    private void Line(string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');

    private void Indented(Action print)
    {
        depth++;
        print();
        depth--;
    }

    /// <summary>What a subquery inside a condition looks like on one line.</summary>
    private static string OneLine(ResolvedSelect select)
    {
        var printer = new ResolvedPrinter();
        printer.Select(select);
        return string.Join("; ", printer.text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Name(TableSource source) => string.Create(CultureInfo.InvariantCulture, $"{source.Name.Text}#{source.Number}");
}
