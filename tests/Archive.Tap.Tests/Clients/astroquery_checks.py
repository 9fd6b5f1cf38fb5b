"""What users of astroquery's TapPlus do with a TAP service, at the base path that gives them what they need beyond the standard."""
import json
import os
import tempfile

import checks

try:
    import astroquery
except ImportError:
    checks.missing()

from astropy.table import Table
from astroquery.utils.tap.core import TapPlus


def _plus(url):
    return TapPlus(url=url.rsplit("/", 1)[0] + "/tapplus")


def asks_the_standard_path(url):
    """[Q2]"""
    assert TapPlus(url=url).launch_job("SELECT COUNT(*) AS n FROM stars").get_results()["n"][0] == 11


def loads_all_tables(url):
    """[F7] [Q6]"""
    tables = {table.name: table for table in _plus(url).load_tables()}
    table = next(table for name, table in tables.items() if name.endswith("koa_hires"))
    assert "koaid" in [column.name for column in table.columns]


def loads_one_table(url):
    """[F7] [Q6]"""
    table = _plus(url).load_table("koa_hires")
    assert {column.name: column.unit for column in table.columns}["ra"] == "deg"


def asks_synchronously(url):
    """[Q2]"""
    assert len(_plus(url).launch_job("SELECT id, ra FROM stars").get_results()) == 11


def asks_asynchronously(url):
    """[Q3]"""
    job = _plus(url).launch_job_async("SELECT koaid FROM koa_hires WHERE frameno < 105")
    assert job.get_phase() == "COMPLETED" and len(job.get_results()) == 105


def reads_every_format_that_it_knows(url):
    """[Q4]"""
    for form in ("votable", "votable_plain", "csv"):
        table = _plus(url).launch_job("SELECT id, mag, name FROM stars ORDER BY id", output_format=form).get_results()
        assert len(table) == 11 and str(table["name"][0]).strip() == "star 1", form


def saves_what_it_does_not_read_itself(url):
    """[Q4]"""
    for form, itself in (("votable_gzip", "votable"), ("fits", "fits")):
        with tempfile.TemporaryDirectory() as folder:
            _plus(url).launch_job("SELECT id FROM stars", output_format=form, dump_to_file=True, output_file=os.path.join(folder, "stars"))
            # It puts endings behind the name.
            [file] = os.listdir(folder)
            assert len(Table.read(os.path.join(folder, file), format=itself)) == 11, form


def saves_json(url):
    """[Q4]"""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "stars.json")
        _plus(url).launch_job("SELECT id FROM stars", output_format="json", dump_to_file=True, output_file=file)
        with open(file, encoding="utf-8") as stream:
            answer = json.load(stream)
        assert [column["name"] for column in answer["metadata"]] == ["id"] and len(answer["data"]) == 11


def starts_a_job_later(url):
    """[Q7]"""
    job = _plus(url).launch_job_async("SELECT id FROM stars", autorun=False)
    job.start()
    assert len(job.get_results()) == 11


def lists_searches_and_removes_jobs(url):
    """[Q6] [Q7]"""
    service = _plus(url)
    job = service.launch_job_async("SELECT id FROM stars")
    assert job.jobid in [listed.jobid for listed in service.list_async_jobs()]
    service.remove_jobs([job.jobid])
    assert job.jobid not in [listed.jobid for listed in service.list_async_jobs()]


def uploads_a_table(url):
    """[Q6] [T14]"""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "mine.xml")
        Table({"n": [1, 2]}).write(file, format="votable")
        adql = "SELECT s.id FROM stars AS s JOIN TAP_UPLOAD.mine AS m ON s.id = m.n"
        assert len(_plus(url).launch_job(adql, upload_resource=file, upload_table_name="mine").get_results()) == 2
        assert len(_plus(url).launch_job_async(adql, upload_resource=file, upload_table_name="mine").get_results()) == 2


def is_told_what_is_wrong(url):
    """[Q5]"""
    for launch in (_plus(url).launch_job, _plus(url).launch_job_async):
        try:
            launch("SELECT nosuch FROM stars").get_results()
            raise AssertionError("it was answered")
        except Exception as error:
            assert "nosuch" in str(error), error


if __name__ == "__main__":
    checks.run(globals())
