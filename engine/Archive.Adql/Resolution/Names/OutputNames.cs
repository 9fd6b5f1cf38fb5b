using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution.Names;

/// <summary>
/// Names the columns that the query left unnamed (TAP 1.1, section 3.1 asks that they be unique): after the function they come from and a
/// number, <c>avg_1</c>; but COUNT(*) is <c>count(*)</c>, as KOA's users know it.
/// </summary>
internal sealed class OutputNames
{
    private List<(int Position, ValueExpression Expression)>? unnamed;

    public void IsUnnamed(int position, ValueExpression expression) => (unnamed ??= []).Add((position, expression));

    public void NameTheUnnamed(ImmutableArray<ResolvedItem>.Builder items)
    {
        if (unnamed is null) return;
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items) used.Add(item.Column.Name);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (position, expression) in unnamed)
        {
            var stem = Stem(expression);
            var number = numbers.GetValueOrDefault(stem, 1);
            var name = number == 1 && expression is SetFunction { Argument: null } ? stem : Numbered(stem, number);
            while (!used.Add(name)) name = Numbered(stem, ++number);
            numbers[stem] = number + 1;
            items[position] = items[position] with { Column = items[position].Column with { Name = name } };
        }
    }

    private static string Numbered(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");

    private static string Stem(ValueExpression expression) => expression switch
    {
        SetFunction { Argument: null } => "count(*)",
        SetFunction aggregate => aggregate.Type.ToString().ToLowerInvariant(),
        GeometryValueFunction geometry => geometry.Kind.ToString().ToLowerInvariant(),
        FunctionCall call => call.Name.Text.ToLowerInvariant(),
        CastSpecification => "cast",
        NumericLiteral or StringLiteral or NullLiteral => "value",
        _ => "expression",
    };
}
