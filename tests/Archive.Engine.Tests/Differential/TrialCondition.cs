using System.Globalization;

namespace Archive.Engine.Tests.Differential;

/// <summary>A search condition in three languages, see <see cref="TrialShape"/>.</summary>
internal abstract record TrialCondition
{
    public abstract string Adql { get; }

    public abstract string PlainSql { get; }

    public abstract Truth Holds(TrialRow row);

    public static TrialCondition Random(Random random, int depth) => depth == 0 || random.Next(3) == 0 ? Predicate(random) : random.Next(5) switch
    {
        0 => new TrialNot(Random(random, depth - 1)),
        1 or 2 => new TrialJunction(true, Random(random, depth - 1), Random(random, depth - 1)),
        _ => new TrialJunction(false, Random(random, depth - 1), Random(random, depth - 1)),
    };

    private static TrialCondition Predicate(Random random) => random.Next(7) switch
    {
        0 => TrialValue.Random(random),
        1 => TrialDistance.Random(random),
        2 => TrialCircles.Random(random),
        _ => new TrialInside(TrialShape.Random(random), random.Next(7)),
    };
}

internal sealed record TrialNot(TrialCondition Operand) : TrialCondition
{
    public override string Adql => $"NOT ({Operand.Adql})";

    public override string PlainSql => $"NOT ({Operand.PlainSql})";

    public override Truth Holds(TrialRow row) => Truths.Not(Operand.Holds(row));
}

internal sealed record TrialJunction(bool IsAnd, TrialCondition Left, TrialCondition Right) : TrialCondition
{
    public override string Adql => $"({Left.Adql}) {Word} ({Right.Adql})";

    public override string PlainSql => $"({Left.PlainSql}) {Word} ({Right.PlainSql})";

    private string Word => IsAnd ? "AND" : "OR";

    public override Truth Holds(TrialRow row) => IsAnd ? Truths.And(Left.Holds(row), Right.Holds(row)) : Truths.Or(Left.Holds(row), Right.Holds(row));
}

/// <summary>The row's position in a shape, asked in one of seven ways of which the last two want it outside.</summary>
internal sealed record TrialInside(TrialShape Shape, int Form) : TrialCondition
{
    public override string Adql => Form switch
    {
        0 => $"1 = CONTAINS(POINT(ra, dec), {Shape.Adql})",
        1 => $"CONTAINS(POINT('ICRS', ra + 0, dec), {Shape.Adql}) = 1",
        2 => $"CONTAINS(POINT('ICRS', ra, dec), {Shape.Adql}) <> 0",
        3 => $"INTERSECTS({Shape.Adql}, POINT(ra, dec)) = 1",
        4 => $"1 = INTERSECTS(CIRCLE(ra, dec, 0), {Shape.Adql})",
        5 => $"CONTAINS(POINT(ra, dec), {Shape.Adql}) = 0",
        _ => $"1 <> CONTAINS(POINT(ra, dec), {Shape.Adql})",
    };

    public override string PlainSql => Form < 5 ? Shape.PlainSql : $"NOT ({Shape.PlainSql})";

    public override Truth Holds(TrialRow row)
    {
        if (row.Direction is not { } direction) return Truth.Unknown;
        var inside = Shape.Holds(direction);
        return Form < 5 ? inside : Truths.Not(inside);
    }
}

/// <summary>The distance of the row's position from a point compared with a limit.</summary>
internal sealed record TrialDistance(TrialCircle Circle, int Form) : TrialCondition
{
    public override string Adql => Form switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"DISTANCE(ra, dec, {Circle.Lon:R}, {Circle.Lat:R}) < {Circle.Radius:R}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{Circle.Radius:R} >= DISTANCE(POINT({Circle.Lon:R}, {Circle.Lat:R}), POINT(ra, dec))"),
        _ => string.Create(CultureInfo.InvariantCulture, $"DISTANCE(ra, dec, {Circle.Lon:R}, {Circle.Lat:R}) > {Circle.Radius:R}"),
    };

    public override string PlainSql => Form < 2 ? Circle.PlainSql : $"NOT ({Circle.PlainSql})";

    public static TrialDistance Random(Random random) => new(TrialCircle.Random(random), random.Next(3));

    public override Truth Holds(TrialRow row)
    {
        if (row.Direction is not { } direction) return Truth.Unknown;
        var inside = Circle.Holds(direction);
        return Form < 2 ? inside : Truths.Not(inside);
    }
}

/// <summary>A comparison of a number or a text, either of which may be missing.</summary>
internal sealed record TrialValue(string Sql, Func<TrialRow, bool?> Compare) : TrialCondition
{
    public override string Adql => Sql;

    public override string PlainSql => Sql;

    public static TrialValue Random(Random random)
    {
        var limit = Math.Round(random.NextDouble() * 10, 1);
        var text = limit.ToString(CultureInfo.InvariantCulture);
        var letter = (char)('a' + random.Next(3));
        return random.Next(6) switch
        {
            0 => new($"mag < {text}", row => row.Mag is null ? null : row.Mag < limit),
            1 => new($"mag BETWEEN {text} AND 8", row => row.Mag is null ? null : row.Mag >= limit && row.Mag <= 8),
            2 => new("mag IS NULL", row => row.Mag is null),
            3 => new($"name LIKE '{letter}%'", row => row.Name is null ? null : row.Name.StartsWith(letter)),
            4 => new($"name NOT IN ('{letter}1', '{letter}2')", row => row.Name is null ? null : row.Name != $"{letter}1" && row.Name != $"{letter}2"),
            _ => new($"name LIKE '%{letter}1%'", row => row.Name is null ? null : row.Name.Contains($"{letter}1", StringComparison.Ordinal)),
        };
    }

    public override Truth Holds(TrialRow row) => Compare(row) is { } value ? Truths.Of(value) : Truth.Unknown;
}
