"""Writes one table with every datatype and nulls, in every form that astropy has, into a folder: NAME.vot as tabledata, binary and binary2, and NAME.fits."""
import sys

import numpy
from astropy.io import fits
from astropy.io.votable import from_table
from astropy.io.votable.tree import Field, Resource, Table as VoTable, VOTableFile
from astropy.table import MaskedColumn, Table

folder = sys.argv[1]
count = 2100
index = numpy.arange(count)
random = numpy.random.default_rng(20040824)


def masked(name, data, period):
    mask = numpy.zeros(data.shape, bool)
    mask[index % period == 1] = True
    return MaskedColumn(data, name=name, mask=mask)


table = Table(masked=True)
table["flag"] = masked("flag", index % 3 == 0, 7)
for bits, kind in ((8, "uint8"), (16, "int16"), (32, "int32"), (64, "int64")):
    limits = numpy.iinfo(kind)
    table["i%d" % bits] = masked("i%d" % bits, random.integers(limits.min + 2, limits.max, count, kind), bits - 3)
table["f32"] = masked("f32", random.normal(0, 1e5, count).astype("float32"), 11)
table["f64"] = masked("f64", random.normal(0, 1, count) * 10.0 ** random.integers(-300, 300, count), 13)
table["f64"][:3] = [numpy.inf, -numpy.inf, -0.0]
table["c64"] = (random.normal(size=count) + 1j * random.normal(size=count)).astype("complex64")
table["c128"] = random.normal(size=count) + 1j * random.normal(size=count)
table["text"] = ["" if i % 9 == 0 else "text %d <&>" % i for i in index]
table["flags"] = index[:, None] % numpy.array([2, 3, 5]) == 0
table["shorts"] = random.integers(-32768, 32768, (count, 4), "int16")
table["matrix"] = random.normal(size=(count, 3, 2))
table["floats"] = random.normal(size=(count, 2)).astype("float32")
table["complexes"] = random.normal(size=(count, 2)) + 1j
table.write(folder + "/plain.fits")

table["unicode"] = ["Ω %d €" % i for i in index]
for kind in ("tabledata", "binary", "binary2"):
    document = from_table(table)
    document.version = "1.3"
    for field in document.get_first_table().fields:
        if field.name == "unicode":
            field.datatype = "unicodeChar"
        if field.name in ("i8", "i16", "i32", "i64"):
            field.values.null = int(numpy.iinfo(table[field.name].dtype).min)
    document.to_xml(folder + "/" + kind + ".vot", tabledata_format=kind)

# What Table can't hold: bits, arrays of any length, several texts in a cell.
for kind in ("tabledata", "binary", "binary2"):
    document = VOTableFile(version="1.3")
    resource = Resource()
    document.resources.append(resource)
    odd = VoTable(document)
    resource.tables.append(odd)
    odd.fields.extend([
        Field(document, name="bits", datatype="bit", arraysize="11"), Field(document, name="ints", datatype="int", arraysize="*"),
        Field(document, name="word", datatype="char", arraysize="*"),
        Field(document, name="letters", datatype="unicodeChar", arraysize="6"), Field(document, name="bools", datatype="boolean", arraysize="3"),
    ])
    odd.create_arrays(300)
    for i in range(300):
        odd.array[i] = (
            [(i >> bit) & 1 == 1 for bit in range(11)], numpy.ma.array(numpy.arange(i % 5 + 1, dtype="int32"), mask=False), "w" * (i % 6 + 1), "Ω%d" % i, [i % 2 == 0, True, False])
    document.to_xml(folder + "/odd-" + kind + ".vot", tabledata_format=kind)

# What FITS has and VOTable hasn't: scaled and unsigned numbers, signed bytes, nulls of its own, a heap, several texts, blanks behind texts.
columns = [
    fits.Column("unsigned16", "I", array=random.integers(0, 65536, count).astype("uint16"), bzero=32768),
    fits.Column("unsigned32", "J", array=random.integers(0, 2**32, count).astype("uint32"), bzero=2**31),
    fits.Column("unsigned64", "K", array=random.integers(0, 2**63, count, "uint64"), bzero=2**63),
    fits.Column("signed8", "B", array=random.integers(0, 256, count, "uint8")),
    fits.Column("scaled", "I", array=index.astype("int16")),
    fits.Column("nulled", "J", array=index - 5, null=-3),
    fits.Column("text", "12A", array=["ab%d  " % i for i in index]),
    fits.Column("texts", "12A", dim="(4,3)", array=numpy.array([["a%d" % (i % 10), "bc", "d"] for i in index])),
    fits.Column("bits", "11X", array=(index[:, None] >> numpy.arange(11)) % 2 == 1),
    fits.Column("heapInts", "PJ()", array=numpy.array([numpy.arange(i % 4, dtype="int32") for i in index] , dtype=object)),
    fits.Column("heapReals", "QD()", array=numpy.array([numpy.arange(i % 5, dtype=float) for i in index], dtype=object)),
    fits.Column("cube", "12E", dim="(2,3,2)", array=random.normal(size=(count, 2, 3, 2)).astype("float32")),
    fits.Column("nothing", "0D"),
    fits.Column("logical", "L", array=index % 2 == 0),
]
fits.HDUList([fits.PrimaryHDU(numpy.zeros((7, 11), "int16")), fits.ImageHDU(numpy.zeros(5)), fits.BinTableHDU.from_columns(columns)]).writeto(folder + "/own.fits")
# astropy reads these, but doesn't write them.
for keyword, value in (("TZERO4", -128), ("TSCAL5", 0.25), ("TZERO5", -7)):
    fits.setval(folder + "/own.fits", keyword, value=value, ext=2)
fits.TableHDU.from_columns([
    fits.Column("name", "A8", array=["n%d" % i for i in range(50)]), fits.Column("i", "I9", array=numpy.arange(50) * 1000003),
    fits.Column("big", "I18", array=numpy.arange(50) * 10**15), fits.Column("f", "F12.4", array=numpy.arange(50) / 16),
    fits.Column("e", "E15.7", array=10.0 ** numpy.arange(-25, 25)), fits.Column("d", "D25.17", array=numpy.arange(50) / 7),
]).writeto(folder + "/ascii.fits")
