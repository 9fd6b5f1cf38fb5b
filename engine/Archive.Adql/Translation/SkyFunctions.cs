namespace Archive.Adql.Translation;

/// <summary>
/// Names of the functions that translated queries call and that the engine must register. Angles are degrees, ICRS, of type DOUBLE; a shape is a BLOB of
/// <see cref="Archive.Sky.Shapes.SkyShape.Encode"/>, or empty for numbers that make none. A geometry as a value is DALI's DOUBLE[]. Borders belong to the shape. The result is null
/// if an argument is.
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

    /// <summary>(DOUBLE[]) -> DOUBLE[]: a point, circle or polygon as DALI has it, with longitudes of 0 to 360; null if a number is</summary>
    public const string Geometry = "sky_geometry";

    /// <summary>(DOUBLE[] of a box's longitude, latitude, width and height) -> DOUBLE[]: the polygon of its corners</summary>
    public const string BoxCorners = "sky_box_corners";

    /// <summary>(VARCHAR, how many numbers it must have, 0 for a polygon) -> DOUBLE[]: DALI's text of a geometry read; null if it is another text</summary>
    public const string OfText = "sky_geometry_of_text";

    /// <summary>(DOUBLE[]) -> VARCHAR: a geometry as DALI writes it</summary>
    public const string AsText = "sky_text_of_geometry";

    /// <summary>(DOUBLE[], INTEGER, INTEGER) -> DOUBLE[]: a point, circle or polygon turned from one frame to another, by their numbers in <see cref="Archive.Sky.Frames.SkyFrame"/></summary>
    public const string Transform = "sky_transform";

    /// <summary>(DOUBLE[]) -> BLOB: the shape of 2 numbers (a point), 3 (a circle), 4 (a box), 6 or more (a polygon); null if a number is</summary>
    public const string Shape = "sky_shape";

    /// <summary>(VARCHAR) -> BLOB: the shape that a text in STC-S describes</summary>
    public const string Region = "sky_region";

    /// <summary>(VARCHAR) -> BLOB: the shape that a coverage map's text describes</summary>
    public const string Moc = "sky_moc";

    /// <summary>(ra, dec, parallax, pmra, pmdec, radial velocity, reference epoch, output epoch) -> DOUBLE[]: where a star is at another epoch, as the IVOA's ivo_epoch_prop_pos; null where that can't be said</summary>
    public const string MovedPosition = "sky_moved_position";

    /// <summary>(shape, shape) -> BOOLEAN: does the first lie wholly in the second?</summary>
    public const string Within = "sky_within";

    /// <summary>(shape, shape) -> BOOLEAN: have the two a point in common?</summary>
    public const string Intersects = "sky_intersects";

    /// <summary>(shape) -> DOUBLE: square degrees</summary>
    public const string Area = "sky_area";

    /// <summary>(shape) -> DOUBLE[]: a circle that contains the shape; null where there is no shape</summary>
    public const string BoundingCircle = "sky_bounding_circle";

    /// <summary>(shape) -> DOUBLE[]: its centre, a point; null where it has none</summary>
    public const string Centroid = "sky_centroid";

    /// <summary>(order, lon, lat) -> BIGINT: the HEALPix cell, NESTED; null for another order than 0 to 29 and for no position</summary>
    public const string HealpixIndex = "sky_healpix_index";

    /// <summary>(order, cell) -> DOUBLE[]: the point in the middle of a HEALPix cell, NESTED; null where there is none such</summary>
    public const string HealpixCentre = "sky_healpix_centre";
}
