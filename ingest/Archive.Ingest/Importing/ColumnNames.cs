using System.Collections.Immutable;

namespace Archive.Ingest.Importing;

/// <summary>
/// Names by which catalogues call a row's key, its UT date and its position, the most telling first; compared without regard to
/// case. A name alone proves nothing: the values are looked at, too.
/// </summary>
internal static class ColumnNames
{
    public static ImmutableArray<string> Keys { get; } =
        ["koaid", "obs_publisher_did", "obs_id", "obsid", "observation_id", "source_id", "sourceid", "object_id", "objid", "designation", "main_id", "id"];

    public static ImmutableArray<string> UtDates { get; } =
        ["ut_date", "utdate", "date_obs", "date-obs", "dateobs", "obs_date", "obsdate", "utdatetime", "date_beg", "date-beg"];

    /// <summary>UCDs of a row's key, of the first instant of an observation, and of the position, in both of their spellings (UCD1+ and UCD1).</summary>
    public static ImmutableArray<string> KeyUcds { get; } = ["meta.id;meta.main", "ID_MAIN"];

    public static ImmutableArray<string> UtDateUcds { get; } = ["time.start;obs", "time.start;obs.exposure", "time.start", "time.epoch;obs", "time.epoch"];

    public static ImmutableArray<(string RightAscension, string Declination)> PositionUcds { get; } =
        [("pos.eq.ra;meta.main", "pos.eq.dec;meta.main"), ("POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN")];

    /// <summary>A footprint, as ObsCore 1.1, section 3.3.2.6 calls it.</summary>
    public const string Region = "s_region";

    /// <summary>ICRS or FK5 J2000 degrees.</summary>
    public static ImmutableArray<(string RightAscension, string Declination)> Positions { get; } =
    [
        ("ra", "dec"), ("ra2000", "dec2000"), ("raj2000", "dej2000"), ("raj2000", "decj2000"), ("_raj2000", "_dej2000"), ("s_ra", "s_dec"), ("ra_icrs", "de_icrs"), ("ra_icrs", "dec_icrs"),
        ("_ra_icrs", "_de_icrs"), ("_ra", "_de"), ("ra_deg", "dec_deg"), ("radeg", "decdeg"), ("ra_d", "dec_d"), ("ramean", "decmean"), ("right_ascension", "declination"),
    ];
}
