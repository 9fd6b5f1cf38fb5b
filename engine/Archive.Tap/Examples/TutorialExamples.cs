using Archive.Catalogue.Tables;

namespace Archive.Tap.Examples;

/// <summary>The queries of KOA's published tutorial, for an archive that has its table.</summary>
internal static class TutorialExamples
{
    private const string TableName = "koa_hires";

    private static readonly (string[] Columns, QueryExample Example)[] Queries =
    [
        (["koaid", "filehand"], new QueryExample("koa-night", "Files of a night", "The identifiers of KOA hold the UT date; LIKE finds a part of a text, wherever % leaves room.",
            "SELECT koaid, filehand FROM koa_hires WHERE koaid LIKE '%20040824%'", TableName)),
        (["koaid", "filehand", "sig2nois"], new QueryExample("koa-signal", "Files of a night by their signal to noise", "ORDER BY sorts, the least first; DESC behind the column turns it round.",
            "SELECT koaid, filehand, sig2nois FROM koa_hires WHERE koaid LIKE '%20040824%' ORDER BY sig2nois", TableName)),
        (["koaid", "filehand", "frameno"], new QueryExample("koa-some", "The first frames of a night", "TOP bounds the number of rows in the query; the parameter MAXREC does so beside it.",
            "SELECT TOP 20 koaid, filehand, frameno FROM koa_hires WHERE koaid LIKE '%20040824%'", TableName)),
        (["koaid", "filehand", "utdatetime"], new QueryExample("koa-times", "Files of some days", "Instants are UTC. TO_DATE reads them as Oracle does; the text '2009-01-01T00:00:00' does as well.",
            "SELECT koaid, filehand\nFROM koa_hires\nWHERE utdatetime >= to_date('2009-01-01 00:00:00', 'yyyy-mm-dd HH24:MI:SS')\n  AND utdatetime <= to_date('2009-01-05 23:59:59', 'yyyy-mm-dd HH24:MI:SS')", TableName)),
        (["koaid", "filehand", "progid", "iodin", "koaimtyp"], new QueryExample("koa-programme", "Files of a programme", "A programme goes by its semester's number; whether the iodine cell was in the beam is a column, too.",
            "SELECT koaid, filehand, progid, iodin, koaimtyp FROM koa_hires WHERE progid = 'C307'", TableName)),
        (["koaid", "filehand", "ra", "dec"], new QueryExample("koa-cone", "Files within a degree of a position", "The frame in the geometries may be left out: positions are ICRS.",
            "SELECT koaid, filehand, ra, dec\nFROM koa_hires\nWHERE CONTAINS(POINT('icrs', ra, dec), CIRCLE('icrs', 262.0, 17.0, 1.0)) = 1", TableName)),
    ];

    /// <summary>The queries whose columns the table has; none for a table of another name.</summary>
    public static IEnumerable<QueryExample> Of(Table table) => table.ListedName == TableName
        ? Queries.Where(query => query.Columns.All(column => table.FindColumn(column) is not null)).Select(query => query.Example)
        : [];
}
