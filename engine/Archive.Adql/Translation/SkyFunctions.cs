namespace Archive.Adql.Translation;

/// <summary>
/// Names of the functions that translated queries call and that the engine must register. Angles are degrees, ICRS, of type DOUBLE; a shape is a BLOB of
/// <see cref="Archive.Sky.Shapes.SkyShape.Encode"/>. Borders belong to the shape. The result is null if an argument is.
/// </summary>
public static class SkyFunctions
{
    /// <summary>(x, y, z, shape) -> BOOLEAN: is the direction, a unit vector, in the shape?</summary>
    public const string ContainsVector = "sky_contains_vector";

    /// <summary>(cell, shape) -> BOOLEAN: may the shape have a point in the HEALPix cell of order 29, NESTED, a BIGINT?</summary>
    public const string CoversCell = "sky_covers_cell";

    /// <summary>(lon, lat, shape) -> BOOLEAN: is the position in the shape?</summary>
    public const string Contains = "sky_contains";

    /// <summary>(lon, lat, centreLon, centreLat, radius) -> BOOLEAN</summary>
    public const string InCircle = "sky_in_circle";

    /// <summary>(lon, lat, centreLon, centreLat, width, height) -> BOOLEAN</summary>
    public const string InBox = "sky_in_box";

    /// <summary>(lon, lat, DOUBLE[] of longitudes and latitudes in turn) -> BOOLEAN</summary>
    public const string InPolygon = "sky_in_polygon";

    /// <summary>(lon1, lat1, lon2, lat2) -> DOUBLE: great-circle distance in degrees</summary>
    public const string Distance = "sky_distance";

    /// <summary>(lon, lat) -> BIGINT: HEALPix cell of order 29, NESTED</summary>
    public const string Cell = "healpix_cell";

    /// <summary>(lon, lat, radius, order INTEGER) -> BIGINT[]: the cells of that order that hold all positions within the radius</summary>
    public const string NearbyCells = "sky_nearby_cells";

    /// <summary>(radius) -> INTEGER: the order of cells at which circles up to this radius are best joined</summary>
    public const string JoinOrder = "sky_join_order";
}
