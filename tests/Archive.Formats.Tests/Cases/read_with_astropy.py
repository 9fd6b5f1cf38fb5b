"""Reads a table with astropy and prints its rows: numbers of floating point by their bits, nulls as '', NaN or NULL."""
import json
import struct
import sys
import warnings

import numpy
from astropy.table import Table

FORMATS = {"csv": "ascii.csv", "tsv": "ascii.tab", "ipac": "ascii.ipac", "fits": "fits"}
warnings.simplefilter("error" if sys.argv[2].startswith(("votable", "fits")) else "ignore")
if sys.argv[2] == "json":
    # As astroquery's TapPlus makes a table of it, with nulls masked.
    document = json.load(open(sys.argv[1], encoding="utf-8"))
    assert document["status"] == "OK"
    names = [column["name"] for column in document["metadata"]]
    table = Table([numpy.ma.masked_equal(numpy.array(values, dtype=object), None) for values in zip(*document["data"])], names=names)
else:
    table = Table.read(sys.argv[1], format=FORMATS.get(sys.argv[2], "votable"))


def show(value, kind):
    if kind == "f":
        return "NaN" if numpy.ma.is_masked(value) or numpy.isnan(value) else struct.pack(">d", float(value)).hex()
    if kind in "iu":
        return "NULL" if numpy.ma.is_masked(value) else str(int(value))
    return "" if numpy.ma.is_masked(value) else str(value)


print(",".join(table.colnames))
kinds = ["f" if name in ("ra", "seeing") else "i" if name in ("frameno", "big") else "s" for name in table.colnames]
for row in table:
    print("|".join(show(value, kind) for value, kind in zip(row, kinds)))
