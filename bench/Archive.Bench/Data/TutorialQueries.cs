namespace Archive.Bench.Data;

/// <summary>The queries of KOA's PyVO tutorial (NExScI, March 2021), in its order, by what they show.</summary>
internal static class TutorialQueries
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["date by identifier"] = "select koaid, filehand from koa_hires where koaid like '%20040824%' ",
        ["all columns"] = "select * from koa_hires where koaid like '%20040824%' ",
        ["order by"] = "select koaid, filehand, sig2nois from koa_hires where koaid like '%20040824%'order by sig2nois",
        ["row limit"] = "select koaid, filehand, frameno from koa_hires where koaid like '%20040824%'",
        ["time range"] =
            """
            select koaid, filehand from koa_hires
               where (utdatetime >= to_date('2009-01-01 00:00:00', 'yyyy-mm-dd HH24:MI:SS')
               and utdatetime <= to_date('2009-01-05 23:59:59', 'yyyy-mm-dd HH24:MI:SS'))
            """,
        ["programme"] = "select koaid, filehand, progid, iodin, koaimtyp from koa_hires where (progid = 'C307')",
        ["circle"] = "select koaid, filehand, ra, dec from koa_hires where contains(point('icrs', ra, dec), circle('icrs',262.0,17.0,1.0)) = 1",
        ["box"] = "select koaid, filehand, ra, dec from koa_hires where contains(point('icrs', ra, dec), box('icrs',262.0,17.0,2.0,120)) = 1",
        ["polygon"] =
            """
            select koaid, filehand, ra, dec from koa_hires where
                contains(point('icrs', ra, dec),
                polygon('icrs',209.80225,53.34894,209.80225,55.34894,211.80225,54.34894)) = 1
            """,
        ["count of a time range"] =
            """
            select count(*) from koa_hires where
                (utdatetime >= to_date('2009-01-01 00:00:00', 'yyyy-mm-dd HH24:MI:SS')
                and utdatetime <= to_date('2009-01-05 23:59:59', 'yyyy-mm-dd HH24:MI:SS'))
            """,
        ["count"] = "select count(*) as total from koa_hires",
    };
}
