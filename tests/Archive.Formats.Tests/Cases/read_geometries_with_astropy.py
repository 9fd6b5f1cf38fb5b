"""Reads a table of geometries with astropy and prints its columns' descriptions, where the format has any, and its rows: arrays as numbers with nine decimals, nulls empty."""
import sys
import warnings

import numpy
from astropy.io import votable
from astropy.table import Table

is_votable = sys.argv[2].startswith("votable")
if is_votable:
    warnings.simplefilter("error")
    document = votable.parse(sys.argv[1]).get_first_table()
    for field in document.fields:
        print(field.name, field.datatype, field.arraysize, field.xtype)
    table = document.to_table()
else:
    table = Table.read(sys.argv[1], format={"csv": "ascii.csv", "ipac": "ascii.ipac", "fits": "fits"}[sys.argv[2]])


def show(value):
    if numpy.ma.is_masked(value) and numpy.all(numpy.ma.getmaskarray(value)):
        return ""
    numbers = value.split() if isinstance(value, str) else numpy.atleast_1d(value)
    numbers = [float(number) for number in numbers]
    return "" if all(numpy.isnan(number) for number in numbers) else " ".join("%.9f" % number for number in numbers)


for row in table:
    print("|".join([str(row["id"])] + [show(row[name]) for name in ("p", "c", "r")]))
