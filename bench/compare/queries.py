"""The queries that services are compared by, on a table like koa_hires, and the words that a table of results uses for them."""

HOT = (125.0977, -14.2857)  # a field that the synthetic table observes often


def plain(table):
    """Label -> ADQL: what people ask, from one number to a thousand rows."""
    point = "POINT('ICRS', ra, dec)"
    triangle = "124.0977, -15.2857, 126.0977, -15.2857, 125.0977, -13.2857"
    return {
        "count": f"SELECT COUNT(*) AS n FROM {table}",
        "identifier LIKE, 2 columns": f"SELECT koaid, filehand FROM {table} WHERE koaid LIKE '%20040824%'",
        "identifier LIKE, all columns": f"SELECT * FROM {table} WHERE koaid LIKE '%20040824%'",
        "identifier LIKE, sorted": f"SELECT koaid, sig2nois FROM {table} WHERE koaid LIKE '%20040824%' ORDER BY sig2nois",
        "top 1000 of all, sorted": f"SELECT TOP 1000 koaid, sig2nois FROM {table} ORDER BY sig2nois",
        "5 nights": f"SELECT koaid, utdatetime, ra, dec, object FROM {table} WHERE utdatetime >= '2004-08-20' AND utdatetime < '2004-08-25'",
        "programme": f"SELECT koaid, utdatetime, object FROM {table} WHERE progid = 'C307'",
        "cone of 1 degree": cone(table, 150.0, 20.0),
        "cone of 1 degree, busy field": cone(table, *HOT),
        "box of 2 x 120 degrees": f"SELECT koaid, ra, dec FROM {table} WHERE CONTAINS({point}, BOX('ICRS', 150.0, 0.0, 2.0, 120.0))=1",
        "triangle": f"SELECT koaid, ra, dec FROM {table} WHERE CONTAINS({point}, POLYGON('ICRS', {triangle}))=1",
        "count by programme": f"SELECT progid, COUNT(*) AS n FROM {table} GROUP BY progid",
    }


def cone(table, ra_degrees, dec_degrees):
    circle = f"CIRCLE('ICRS', {ra_degrees}, {dec_degrees}, 1.0)"
    return f"SELECT koaid, ra, dec FROM {table} WHERE CONTAINS(POINT('ICRS', ra, dec), {circle})=1"


def dump(table):
    """All rows, eight columns of several types."""
    return f"SELECT koaid, filehand, utdatetime, ra, dec, elaptime, progid, koaimtyp FROM {table}"


def positions(table):
    return f"SELECT TOP 20000 ra, dec FROM {table} WHERE ra IS NOT NULL AND dec IS NOT NULL"


DUMP_FORMATS = ("votable", "votable/td", "votable/b2", "csv")
EVERYTHING = 20_000_000
"""A MAXREC above the rows of any table that is compared here."""
