using System.Globalization;

namespace Archive.Catalogue.Tables;

/// <summary>
/// What values a column holds, in VOTable's terms: a datatype, an <c>arraysize</c> (null for a scalar, <c>*</c>, <c>n*</c>,
/// <c>n</c>) and an <c>xtype</c> of DALI 1.1, section 3.3 (<c>timestamp</c>, <c>point</c>, ...).
/// </summary>
public sealed record ColumnType(Datatype Datatype, string? Arraysize = null, string? Xtype = null)
{
    /// <summary>Null for a scalar, also where it was given as 1, which is one value and not an array (VOTable 1.3, erratum 3).</summary>
    public string? Arraysize { get; init => field = OfArray(value); } = OfArray(Arraysize);

    public static ColumnType Boolean { get; } = new(Datatype.Boolean);
    public static ColumnType Short { get; } = new(Datatype.Short);
    public static ColumnType Int { get; } = new(Datatype.Int);
    public static ColumnType Long { get; } = new(Datatype.Long);
    public static ColumnType Float { get; } = new(Datatype.Float);
    public static ColumnType Double { get; } = new(Datatype.Double);

    /// <summary>Text of any length.</summary>
    public static ColumnType Text { get; } = new(Datatype.Char, "*");

    /// <summary>An instant as <c>YYYY-MM-DDThh:mm:ss.sss</c>, UTC (DALI 1.1, section 3.3.3).</summary>
    public static ColumnType Timestamp { get; } = new(Datatype.Char, "*", "timestamp");

    /// <summary>A day as <c>YYYY-MM-DD</c>: DALI's timestamp with the date alone, ten characters wide.</summary>
    public static ColumnType Date { get; } = new(Datatype.Char, "10", "timestamp");

    /// <summary>A position: longitude and latitude in degrees (DALI 1.1, section 3.3.5).</summary>
    public static ColumnType Point { get; } = new(Datatype.Double, "2", "point");

    /// <summary>A circle: longitude and latitude of its centre, and its radius, in degrees (DALI 1.1, section 3.3.6).</summary>
    public static ColumnType Circle { get; } = new(Datatype.Double, "3", "circle");

    /// <summary>A polygon: longitude and latitude of each vertex in turn, in degrees (DALI 1.1, section 3.3.7).</summary>
    public static ColumnType Polygon { get; } = new(Datatype.Double, "*", "polygon");

    /// <summary>A coverage map as text, its ASCII form (MOC 2.0, section 4.3.2; DALI 1.2's xtype).</summary>
    public static ColumnType Moc { get; } = new(Datatype.Char, "*", "moc");

    /// <summary>A region as text, in STC-S (TAP 1.0, section 6).</summary>
    public static ColumnType Region { get; } = new(Datatype.Char, "*", "adql:REGION");

    /// <summary>Text of at most <paramref name="maximumLength"/> characters.</summary>
    public static ColumnType TextUpTo(int maximumLength) =>
        new(Datatype.Char, maximumLength.ToString(CultureInfo.InvariantCulture) + "*");

    public bool IsText => Datatype is Datatype.Char or Datatype.UnicodeChar && Xtype is null;

    public bool IsDate => this == Date;

    public bool IsTimestamp => Xtype == "timestamp" && !IsDate && IsOneText;

    /// <summary>Characters that are one text; those of several dimensions are many of one length.</summary>
    private bool IsOneText => Datatype is Datatype.Char or Datatype.UnicodeChar && Arraysize?.Contains('x', StringComparison.Ordinal) != true;

    /// <summary>A point, circle or polygon, as DALI's array of numbers.</summary>
    public bool IsGeometry => Datatype is Datatype.Double or Datatype.Float && Arraysize is not null && Xtype is "point" or "circle" or "polygon";

    /// <summary>A number that arithmetic applies to; arrays are not.</summary>
    public bool IsNumeric => Arraysize is null && Datatype.IsNumeric();

    /// <summary>Characters at most, where the arraysize bounds them; null where it doesn't or the column isn't text.</summary>
    public int? MaximumLength =>
        Datatype is Datatype.Char or Datatype.UnicodeChar ? BoundOfArraysize : null;

    /// <summary>The leading number of a one-dimensional arraysize: what TAP_SCHEMA's old column <c>size</c> holds; null where there is none.</summary>
    public int? BoundOfArraysize =>
        Arraysize is { } size && int.TryParse(size.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var bound) ? bound : null;

    private static string? OfArray(string? arraysize) => arraysize == "1" ? null : arraysize;
}
