"""What PyVO's users do with a TAP service, against the test's small archive: 5,000 rows of koa_hires, 11 of stars."""
import datetime
import io
import time

import checks

try:
    import pyvo
except ImportError:
    checks.missing()

from astropy.table import Table
from pyvo.dal import DALQueryError, SCSService, TAPService, tap

ENDLESS = "SELECT COUNT(*) FROM koa_hires AS a, koa_hires AS b, koa_hires AS c, koa_hires AS d WHERE a.sig2nois + b.sig2nois + c.sig2nois + d.sig2nois < 0"


def asks_synchronously(url):
    """[P2]"""
    table = TAPService(url).search("SELECT id, ra, name FROM stars ORDER BY id").to_table()
    assert len(table) == 11 and table["ra"].unit == "deg" and table["id"].dtype == "int32"
    assert table["name"][7] == "O'Neill <&> 8" and table["ra"].mask[10]


def gets_all_columns_and_their_types(url):
    """[T30]"""
    table = TAPService(url).search("SELECT TOP 3 * FROM koa_hires").to_table()
    assert table.colnames == ["koaid", "filehand", "utdatetime", "date_obs", "ra", "dec", "frameno", "sig2nois", "progid"], table.colnames


def asks_asynchronously(url):
    """[P3]"""
    assert len(TAPService(url).run_async("SELECT koaid FROM koa_hires WHERE frameno < 105")) == 105


def goes_the_way_of_the_tutorial(url):
    """[P3] [P4]"""
    job = TAPService(url).submit_job("select koaid, filehand from koa_hires where koaid like '%.00017.%' order by koaid", maxrec=20)
    assert job.phase == "PENDING"
    job.run()
    while job.phase == "EXECUTING":
        time.sleep(0.01)
    assert job.phase == "COMPLETED"
    assert list(job.fetch_result()["koaid"]) == ["HI.20090101.00017.fits", "HI.20090102.00017.fits"]
    job.delete()


def heeds_maxrec_and_tells_overflow(url):
    """[P2] [T16]"""
    rows = TAPService(url).search("SELECT koaid FROM koa_hires", maxrec=7)
    assert len(rows) == 7 and rows.status[0] == "OVERFLOW", rows.status
    rows = TAPService(url).search("SELECT id FROM stars", maxrec=11)
    assert len(rows) == 11 and rows.status[0] == "OK", rows.status


def heeds_maxrec_of_a_job(url):
    """[P3]"""
    assert len(TAPService(url).run_async("SELECT koaid FROM koa_hires", maxrec=20)) == 20


def sees_and_changes_a_job(url):
    """[P4] [U4]"""
    job = TAPService(url).submit_job("SELECT id FROM stars")
    job.execution_duration = 12
    job.destruction = datetime.datetime(2027, 1, 1)
    assert (float(getattr(job.execution_duration, "sec", job.execution_duration)), job.owner, job.quote, job.phase) == (12, None, None, "PENDING")
    job.run().wait(timeout=20)
    assert job.result_uri.endswith("/results/result") and len(job.fetch_result()) == 11
    job.delete()


def lists_jobs(url):
    """[P6]"""
    service = TAPService(url)
    job = service.submit_job("SELECT id FROM stars")
    assert job.job_id in [listed.jobid for listed in service.get_job_list()]
    assert job.job_id in [listed.jobid for listed in service.get_job_list(phases="PENDING", last=1)]
    assert service.get_job_list(phases="ARCHIVED") == []
    job.delete()
    assert job.job_id not in [listed.jobid for listed in service.get_job_list()]


def aborts_a_job(url):
    """[P4]"""
    job = TAPService(url).submit_job(ENDLESS)
    job.run()
    job.abort()
    assert job.phase == "ABORTED"
    job.delete()


def waits_for_a_phase(url):
    """[U9]"""
    job = TAPService(url).submit_job("SELECT COUNT(*) FROM koa_hires AS a, koa_hires AS b")
    job.run().wait(phases=["COMPLETED"], timeout=60)
    assert job.phase == "COMPLETED"


def is_told_what_is_wrong(url):
    """[P2]"""
    try:
        TAPService(url).search("SELECT nosuch FROM stars")
        raise AssertionError("it was answered")
    except DALQueryError as error:
        assert "nosuch" in str(error), error


def is_told_that_a_job_failed(url):
    """[P3] [U11]"""
    job = TAPService(url).submit_job("SELECT nosuch FROM stars")
    job.run().wait()
    assert job.phase == "ERROR"
    try:
        job.raise_if_error()
        raise AssertionError("no error was raised")
    except DALQueryError:
        job.delete()


def reads_capabilities(url):
    """[P1] [R5]"""
    service = TAPService(url)
    assert service.available and service.maxrec > 0 and service.hardlimit >= service.maxrec
    languages = [language for capability in service.capabilities for language in getattr(capability, "languages", [])]
    assert {feature.form for feature in languages[0].languagefeaturelists[0]} >= {"POINT", "CIRCLE"}
    assert {method.ivo_id.rsplit("#", 1)[-1] for method in service.upload_methods} >= {"upload-inline", "upload-http"}


def reads_the_tables(url):
    """[P1]"""
    tables = TAPService(url).tables
    assert {"koa_hires", "stars", "TAP_SCHEMA.tables"} <= set(tables.keys())
    column = {column.name: column for column in tables["koa_hires"].columns}["ra"]
    assert (column.unit, column.ucd, column.datatype.content) == ("deg", "pos.eq.ra;meta.main", "double")
    assert tables["koa_hires"].description


def runs_the_examples(url):
    """[P1]"""
    service = TAPService(url)
    examples = service.examples
    assert examples
    for example in examples:
        example.execute()


def uploads_a_table(url):
    """[P5]"""
    mine = Table({"n": [1, 2, 3], "place": [10.0, 20.0, float("nan")], "word": ["one", "two", ""]})
    rows = TAPService(url).run_sync("SELECT s.id, u.word FROM stars AS s JOIN TAP_UPLOAD.mine AS u ON s.id = u.n ORDER BY s.id", uploads={"mine": mine})
    assert list(rows["id"]) == [1, 2, 3] and list(rows["word"])[:2] == ["one", "two"]


def uploads_to_a_job(url):
    """[P5]"""
    mine = Table({"ra": [10.0, 200.0], "dec": [-2.0, 0.0]})
    adql = "SELECT s.id FROM stars AS s JOIN TAP_UPLOAD.mine AS u ON DISTANCE(s.ra, s.dec, u.ra, u.dec) < 1/3600."
    assert list(TAPService(url).run_async(adql, uploads={"mine": mine})["id"]) == [1]


def uploads_an_open_file_and_several_tables(url):
    """[P5] [T18]"""
    file = io.BytesIO()
    Table({"n": [4]}).write(file, format="votable")
    file.seek(0)
    rows = TAPService(url).run_sync("SELECT a.n, b.m FROM TAP_UPLOAD.a AS a, TAP_UPLOAD.b AS b", uploads={"a": file, "b": Table({"m": [5]})})
    assert (rows["n"][0], rows["m"][0]) == (4, 5)


def follows_data_links(url):
    """[P7] [E3]"""
    rows = TAPService(url).search("SELECT TOP 2 * FROM koa_hires ORDER BY koaid")
    links = [link for datalink in rows.iter_datalinks() for link in datalink]
    assert links and all(link.semantics for link in links)


def searches_a_cone(url):
    """[E6]"""
    service = SCSService(url.rsplit("/", 1)[0] + "/scs/stars?")
    rows = service.search(pos=(10.0, -2.0), radius=0.5)
    assert [int(row["id"]) for row in rows] == [1]
    assert abs(rows[0].pos.ra.deg - 10) < 1e-9 and rows[0].id


def reads_any_serialization(url):
    """[O2]"""
    service = TAPService(url)
    for form in ("votable/td", "votable/b", "votable/b2"):
        query = tap.TAPQuery(service.baseurl, "SELECT id, mag, name FROM stars ORDER BY id", "ADQL")
        query["FORMAT"] = form
        table = query.execute().to_table()
        assert len(table) == 11 and table["mag"].mask[10] and table["name"][0] == "star 1", form


if __name__ == "__main__":
    checks.run(globals())
