"""Reads tables with astropy, PATH or PATH:HDU each, and prints their rows, a line --- behind each table: numbers of floating point by their bits as doubles, arrays in one row, complex numbers as arrays of two, nulls, NaN and empty values as nothing."""
import struct
import sys
import warnings

import numpy
from astropy.io import fits
from astropy.io.votable import parse_single_table

warnings.simplefilter("ignore")


def show(value):
    if value is None or value is numpy.ma.masked:
        return ""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if isinstance(value, str):
        return value.split("\0")[0].rstrip()
    if isinstance(value, (list, tuple, numpy.ndarray)):
        if isinstance(value, numpy.ma.MaskedArray) and value.ndim == 0:
            return show(value.item() if not value.mask else None)
        flat = numpy.ma.asarray(value).ravel() if getattr(value, "dtype", None) is not None and value.dtype != object else value
        return "[" + " ".join(show(element) for element in flat) + "]" if len(flat) else ""
    if isinstance(value, (bool, numpy.bool_)):
        return "T" if value else "F"
    if isinstance(value, (complex, numpy.complexfloating)):
        return show(value.real) + " " + show(value.imag)
    if isinstance(value, (float, numpy.floating)):
        # A whole number is one, whatever type it is held in.
        return "" if numpy.isnan(value) else str(int(value)) if abs(value) < 2**53 and value == int(value) else struct.pack(">d", float(value)).hex()
    return str(int(value))


def columns_of_fits(hdus, hdu):
    """Names and values of a table's columns; io.fits, unlike Table, takes every column there can be."""
    table = next(h for h in hdus if isinstance(h, (fits.BinTableHDU, fits.TableHDU))) if hdu is None else hdus[int(hdu)]
    for index, column in enumerate(table.columns):
        values = table.data.field(index)
        null = column.null if values.dtype.kind in "iu" else None
        yield column.name, [None] * len(table.data) if len(values) == 0 else [None if null is not None and numpy.ndim(value) == 0 and value == null else value for value in values]


def columns_of(path, hdu):
    if open(path, "rb").read(6) == b"SIMPLE":
        return list(columns_of_fits(fits.open(path, uint=True, character_as_bytes=False), hdu))
    table = parse_single_table(path).to_table(use_names_over_ids=True)
    return [(name, table[name]) for name in table.colnames]


for argument in sys.argv[1:]:
    path, _, hdu = argument.partition(":")
    columns = columns_of(path, hdu or None)
    print("|".join(name for name, _ in columns))
    for cells in zip(*(values for _, values in columns)):
        print("|".join("[" + show(cell) + "]" if isinstance(cell, (complex, numpy.complexfloating)) else show(cell) for cell in cells))
    print("---")
