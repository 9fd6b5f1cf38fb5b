using Archive.Sky.Shapes;

namespace Archive.DataSamples.Tutorial;

/// <summary>One selection of KOA's tutorial.</summary>
/// <param name="Name">Its short name: all, date, time, programme, cone, box or polygon.</param>
/// <param name="Condition">The tutorial's search condition, ADQL; empty for all rows.</param>
/// <param name="RowCount">How many rows the tutorial's run in March 2021 counted.</param>
/// <param name="Region">The region of the sky that selects the rows; null where it's no matter of position.</param>
public sealed record TutorialSet(string Name, string Condition, int RowCount, SkyShape? Region = null);

/// <summary>The selections of KOA's tutorial "Using the nexsciTAP Server with the PyVO Client" (2021) and their row counts, all of which the twin reproduces.</summary>
public static class TutorialSets
{
    /// <summary>Rows of the whole table.</summary>
    public const int TotalRows = 414_960;

    public static TutorialSet Date { get; } = new("date", "koaid like '%20040824%'", 105);

    public static TutorialSet Time { get; } = new(
        "time",
        "utdatetime >= to_date('2009-01-01 00:00:00', 'yyyy-mm-dd HH24:MI:SS') and utdatetime <= to_date('2009-01-05 23:59:59', 'yyyy-mm-dd HH24:MI:SS')",
        61);

    public static TutorialSet Programme { get; } = new("programme", "progid = 'C307'", 538);

    public static TutorialSet Cone { get; } = new(
        "cone", "contains(point('icrs', ra, dec), circle('icrs',262.0,17.0,1.0)) = 1", 42, new CircleShape(262, 17, 1));

    public static TutorialSet Box { get; } = new(
        "box", "contains(point('icrs', ra, dec), box('icrs',262.0,17.0,2.0,120)) = 1", 1031, new BoxShape(262, 17, 2, 120));

    public static TutorialSet Polygon { get; } = new(
        "polygon",
        "contains(point('icrs', ra, dec), polygon('icrs',209.80225,53.34894,209.80225,55.34894,211.80225,54.34894)) = 1",
        28,
        new PolygonShape([209.80225, 53.34894, 209.80225, 55.34894, 211.80225, 54.34894]));

    /// <summary>The selections that are less than all rows.</summary>
    public static IReadOnlyList<TutorialSet> All { get; } = [Date, Time, Programme, Cone, Box, Polygon];

    /// <summary>
    /// How many rows are in at least one selection. The cone lies in the box, and one row of the cone is of the
    /// selected date; the other selections have no row in common.
    /// </summary>
    public static int SelectedRows { get; } =
        Date.RowCount + Time.RowCount + Programme.RowCount + (Box.RowCount - 1) + Polygon.RowCount;
}
