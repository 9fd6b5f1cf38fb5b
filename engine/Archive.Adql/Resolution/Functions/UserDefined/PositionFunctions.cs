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
    ];
}
