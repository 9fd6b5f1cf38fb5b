"""Reads a table with astropy and prints its rows: numbers of floating point by their bits, nulls as '', NaN or NULL."""
import struct
import sys
import warnings

import numpy
from astropy.table import Table

warnings.simplefilter("error" if sys.argv[2].startswith("votable") else "ignore")
FORMATS = {"csv": "ascii.csv", "tsv": "ascii.tab", "ipac": "ascii.ipac"}
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
