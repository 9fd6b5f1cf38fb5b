"""Writes the tables of this folder, the same four rows in each, with astropy and STILTS: python3 make_tables.py."""
import subprocess

import numpy
from astropy.io.votable import from_table
from astropy.table import MaskedColumn, Table

rows = Table(masked=True)
rows["obs_id"] = MaskedColumn(["X.3", "X.1", "X.2", "X.4"], description="Name of the observation.")
rows["date_obs"] = MaskedColumn(["2004-08-25", "2004-08-24", "2004-08-24", "2004-08-25"])
rows["utdatetime"] = MaskedColumn(["2004-08-25T08:23:11.250", "2004-08-24T09:00:00.500", "2004-08-24T09:10:00.000", "2004-08-25T10:00:00.000"])
rows["alpha"] = MaskedColumn([279.25, 359.875, 0.0, 12.5], unit="deg", mask=[False, False, True, False])
rows["delta"] = MaskedColumn([38.75, -89.5, 0.0, 1e-7], unit="deg", mask=[False, False, True, False])
rows["mag"] = MaskedColumn(numpy.array([0.03125, -1.5, 12.0, 99.0], "float32"), unit="mag", mask=[False, False, False, True])
rows["frameno"] = MaskedColumn(numpy.array([17, 2147483647, 18, -1], "int32"), mask=[False, False, True, False])
rows["counter"] = MaskedColumn(numpy.array([9007199254740993, 1, 2, 3], "int64"))
rows["object"] = MaskedColumn(["Vega", "", "Mayall's \"object\", II", "a <b> & c"], mask=[False, True, False, False], description="What was looked at.")


def describe(document):
    for field in document.get_first_table().fields:
        field.ucd = {"obs_id": "meta.id;meta.main", "alpha": "pos.eq.ra;meta.main", "delta": "pos.eq.dec;meta.main", "mag": "phot.mag;em.opt.V"}.get(field.name)
        field.utype = {"alpha": "stc:Position.C1"}.get(field.name)
        if field.name == "frameno":
            field.values.null = -99
        if field.name in ("date_obs", "utdatetime"):
            field.xtype = "timestamp"
        if field.name == "date_obs":
            field.arraysize = "10"
    return document


for layout in ("tabledata", "binary", "binary2"):
    describe(from_table(rows)).to_xml(f"astropy-{layout}.vot", tabledata_format=layout)
for layout in ("TABLEDATA", "BINARY", "BINARY2"):
    subprocess.run(["stilts", "tcopy", "in=astropy-tabledata.vot", "ifmt=votable", f"out=stilts-{layout.lower()}.vot", f"ofmt=votable(format={layout})"], check=True)
subprocess.run(["gzip", "--force", "--no-name", "stilts-binary2.vot"], check=True)
rows.write("astropy.tbl", format="ascii.ipac", overwrite=True)
subprocess.run(["stilts", "tcopy", "in=astropy-tabledata.vot", "ifmt=votable", "out=stilts.tbl", "ofmt=ipac"], check=True)
subprocess.run(["stilts", "tcopy", "in=astropy-tabledata.vot", "ifmt=votable", "out=stilts-fits.fits", "ofmt=fits-basic"], check=True)
