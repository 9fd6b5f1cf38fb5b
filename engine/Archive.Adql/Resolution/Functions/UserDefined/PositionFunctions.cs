using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Positions: HEALPix cells, frames, proper motion (IVOA UDF catalogue 1.2, sections 2.1 and 2.2), and coverage maps.</summary>
internal static class PositionFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_healpix_index",
            Parameters = Takes(("hpx_order", Integer), ("lon", DoublePrecision), ("lat", DoublePrecision)),
            Result = BigInt,
            Description = "The HEALPix cell, NESTED, of a position in degrees. The order is 0 to 29; NULL for another one, and for what is no position.",
            Example = "ivo_healpix_index(17, 1, 1)",
            HasOwnRules = true,
        },
        new()
        {
            Name = "ivo_healpix_index",
            Parameters = Takes(("hpx_order", Integer), ("p", Point)),
            Result = BigInt,
            Description = "The HEALPix cell, NESTED, of a point in ICRS. The order is 0 to 29; NULL for another one, and for what is no position.",
            Example = "ivo_healpix_index(17, POINT(1, 1))",
            HasOwnRules = true,
        },
        new()
        {
            Name = "ivo_healpix_center",
            Parameters = Takes(("hpx_order", Integer), ("hpx_index", BigInt)),
            Result = Point,
            Description = "The middle of a HEALPix cell, NESTED. NULL for an order that isn't 0 to 29, and for a cell that it doesn't have.",
            Example = "ivo_healpix_center(0, 6)",
        },
        new()
        {
            Name = "ivo_geom_transform",
            Parameters = Takes(("from_sys", Varchar), ("to_sys", Varchar), ("geo", Geometry)),
            Result = Geometry,
            Description = "The geometry turned from one frame to another; both are literals out of ICRS, FK5 (J2000), FK4 (B1950), GALACTIC, ECLIPTIC (J2000) and SUPER_GALACTIC. FK5 is taken as the same as ICRS.",
            Example = "ivo_geom_transform('ICRS', 'GALACTIC', POINT(120, -23))",
            HasOwnRules = true,
        },
        new()
        {
            Name = "ivo_epoch_prop_pos",
            Parameters = Takes(("ra", DoublePrecision), ("dec", DoublePrecision), ("parallax", DoublePrecision), ("pmra", DoublePrecision), ("pmdec", DoublePrecision),
                ("radial_velocity", DoublePrecision), ("ref_epoch", DoublePrecision), ("out_epoch", DoublePrecision)),
            Result = Point,
            Description = "Where a star is at another epoch: degrees, milliarcseconds (a year, in pmra on the great circle), kilometres a second, Julian years. A parallax that is NULL is that of a star infinitely far; "
                + "motions that are NULL are 0. NULL where the position or an epoch is.",
            Example = "ivo_epoch_prop_pos(7.606083572, 11.79044105, 125, 300, -428.8, 52.51, 2016.0, 1992.25)",
        },
        new()
        {
            Name = "moc",
            Parameters = Takes(("ascii", Varchar)),
            Result = Geometry,
            Description = "The coverage map that a literal holds in MOC's ASCII or JSON form: orders, a stroke, HEALPix cells. An argument of CONTAINS, INTERSECTS, AREA and CENTROID.",
            Example = "AREA(moc('3/0-7,9 4/40'))",
            HasOwnRules = true,
        },
    ];
}
