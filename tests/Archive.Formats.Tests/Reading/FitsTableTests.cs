using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Archive.Formats.Reading;

namespace Archive.Formats.Tests.Reading;

/// <summary>FITS tables byte by byte: each form of a column with a value of it, what lies in the heap, and headers that say what can't be.</summary>
public sealed class FitsTableTests
{
    /// <summary>A binary table of one column and one row: cards beside TFORM, the row's bytes, the heap's, and what DuckDB shows; '!' begins what an error says.</summary>
    [Theory]
    [InlineData("L", "", "54", "", "true")]
    [InlineData("1L", "", "00", "", "NULL")]
    [InlineData("3L", "", "544600", "", "[true, false, NULL]")]
    [InlineData("L", "", "01", "", "!the byte 1 is not a boolean")]
    [InlineData("X", "", "80", "", "true")]
    [InlineData("10X", "", "A540", "", "[true, false, true, false, false, true, false, true, false, true]")]
    [InlineData("B", "", "FF", "", "255")]
    [InlineData("B", "TNULL1=255", "FF", "", "NULL")]
    [InlineData("B", "TZERO1=-128", "00", "", "-128")]
    [InlineData("I", "", "8000", "", "-32768")]
    [InlineData("I", "TZERO1=32768", "7FFF", "", "65535")]
    [InlineData("I", "TZERO1=32768;TNULL1=-32768", "8000", "", "NULL")]
    [InlineData("I", "TZERO1=32768.;TSCAL1=1.0D0", "8000", "", "0")]
    [InlineData("2I", "TNULL1=-1", "FFFF0007", "", "[NULL, 7]")]
    [InlineData("I", "TSCAL1=0.5;TZERO1=10", "0003", "", "11.5")]
    [InlineData("I", "TSCAL1=0.5;TNULL1=3", "0003", "", "NULL")]
    [InlineData("I", "TSCAL1=half", "0003", "", "!TSCAL1 of the FITS table is 'half'")]
    [InlineData("J", "TZERO1=2147483648", "80000000", "", "0")]
    [InlineData("K", "TZERO1=9223372036854775808", "8000000000000005", "", "5")]
    [InlineData("K", "TZERO1=9223372036854775808", "0000000000000000", "", "!9223372036854775808 is an unsigned number beyond")]
    [InlineData("K", "TZERO1=9223372036854775808;TNULL1=9223372036854775807", "7FFFFFFFFFFFFFFF", "", "NULL")]
    [InlineData("E", "", "7FC00000", "", "NULL")]
    [InlineData("E", "TSCAL1=2", "3F800000", "", "2.0")]
    [InlineData("D", "", "FFF0000000000000", "", "-inf")]
    [InlineData("C", "", "3F800000C0000000", "", "[1.0, -2.0]")]
    [InlineData("C", "TSCAL1=2", "3F800000C0000000", "", "!scaled complex numbers")]
    [InlineData("M", "", "3FF0000000000000C000000000000000", "", "[1.0, -2.0]")]
    [InlineData("5A", "", "6162632020", "", "abc")]
    [InlineData("5A", "", "6100626364", "", "a")]
    [InlineData("5A", "", "2020202020", "", "NULL")]
    [InlineData("3A", "", "2061E9", "", " aé")]
    [InlineData("6A2", "", "616200206364", "", "ab  cd")]
    [InlineData("6A:SSTR3/032", "", "616220636420", "", "ab cd ")]
    [InlineData("6A", "TDIM1='(3,2)'", "616200636400", "", "ab cd ")]
    [InlineData("4I", "TDIM1='(2,2)'", "0001000200030004", "", "[1, 2, 3, 4]")]
    [InlineData("4I", "TDIM1='(99999,99999)'", "0001000200030004", "", "[1, 2, 3, 4]")]
    [InlineData("PI(2)", "", "0000000200000001", "FF00010002", "[1, 2]")]
    [InlineData("1PI", "", "0000000000000000", "FF00010002", "NULL")]
    [InlineData("QJ", "", "00000000000000010000000000000001", "FF0001000200", "[65538]")]
    [InlineData("PA(9)", "", "0000000300000000", "61622020", "ab")]
    [InlineData("PX", "", "0000000A00000000", "A540", "[true, false, true, false, false, true, false, true, false, true]")]
    [InlineData("PB", "TZERO1=-128", "0000000200000000", "0080", "[-128, 0]")]
    [InlineData("PI", "TSCAL1=2", "0000000200000000", "00010002", "[2.0, 4.0]")]
    [InlineData("PM", "", "0000000100000000", "3FF0000000000000C000000000000000", "[1.0, -2.0]")]
    [InlineData("PI(2)", "", "0000000200000002", "FF00010002", "!doesn't lie in the table's heap of 5 bytes")]
    [InlineData("PI(2)", "", "FFFFFFFF00000000", "FF00010002", "!doesn't lie in the table's heap")]
    [InlineData("PI(2)", "", "00000001FFFFFFFF", "FF00010002", "!doesn't lie in the table's heap")]
    [InlineData("QD(2)", "", "7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF", "FF00010002", "!doesn't lie in the table's heap")]
    [InlineData("2PI", "", "00000000000000000000000000000000", "", "!TFORM1 of the FITS table is '2PI'")]
    [InlineData("Z", "", "00", "", "!TFORM1 of the FITS table is 'Z'")]
    [InlineData("", "", "00", "", "!TFORM1 of the FITS table is ''")]
    [InlineData("99999999999J", "", "00", "", "!TFORM1 of the FITS table is '99999999999J'")]
    [InlineData("2J", "", "00000000", "", "!take more than the 4 bytes of NAXIS1")]
    [InlineData("I", "TFIELDS=0", "0000", "", "!has no column")]
    [InlineData("I", "TFIELDS=5000", "0000", "", "!more than 2000 columns")]
    [InlineData("I", "NAXIS2=-1", "0000", "", "!NAXIS2 of the FITS table is '-1'")]
    [InlineData("I", "NAXIS2=9223372036854775807", "0000", "", "!larger than any file")]
    [InlineData("I", "NAXIS2=1441", "0000", "", "!Row 1441: the FITS file ends within the table")]
    [InlineData("I", "NAXIS1=99999999999", "0000", "", "!which is more than is read")]
    [InlineData("I", "NAXIS1=0", "0000", "", "!takes no byte")]
    [InlineData("PI", "PCOUNT=99999999999", "0000000000000000", "", "!the FITS file ends within the table")]
    [InlineData("PI", "THEAP=2", "0000000000000000", "", "!heap of the FITS table doesn't lie where")]
    [InlineData("PI", "THEAP=99", "0000000000000000", "", "!heap of the FITS table doesn't lie where")]
    [InlineData("I", "ZTABLE=T", "0000", "", "!The FITS table is compressed")]
    [InlineData("I", "ZIMAGE=T", "0000", "", "!no table that could be read")]
    public void A_column_is_read_as_its_header_says(string form, string cards, string row, string heap, string expected) =>
        Hold(Document(form, cards, Convert.FromHexString(row), Convert.FromHexString(heap)), expected);

    /// <summary>A table of ASCII: cards, the row, and what DuckDB shows.</summary>
    [Theory]
    [InlineData("TFORM1='A4';TBCOL1=1", "abc ", "abc")]
    [InlineData("TFORM1='I4';TBCOL1=2", "x -12", "-12")]
    [InlineData("TFORM1='I4';TBCOL1=1", "    ", "NULL")]
    [InlineData("TFORM1='I4';TBCOL1=1", "1x  ", "!'1x' is not a whole number")]
    [InlineData("TFORM1='I12';TBCOL1=1", "999999999999", "999999999999")]
    [InlineData("TFORM1='F6.2';TBCOL1=1", "  1234", "12.34")]
    [InlineData("TFORM1='F6.2';TBCOL1=1", "12.345", "12.345")]
    [InlineData("TFORM1='E8.1';TBCOL1=1", " 1.5E+02", "150.0")]
    [InlineData("TFORM1='D8.1';TBCOL1=1", " 1.5D+02", "150.0")]
    [InlineData("TFORM1='I4';TBCOL1=1;TNULL1='-9'", "  -9", "NULL")]
    [InlineData("TFORM1='F4.1';TBCOL1=1;TNULL1='***'", "*** ", "NULL")]
    [InlineData("TFORM1='I4';TBCOL1=1;TSCAL1=0.5", "   3", "1.5")]
    [InlineData("TFORM1='I5';TBCOL1=1", "   3", "!no field within its 4 characters")]
    [InlineData("TFORM1='I4';TBCOL1=0", "   3", "!no field within its 4 characters")]
    [InlineData("TFORM1='X4';TBCOL1=1", "   3", "!no field within its 4 characters")]
    [InlineData("TFORM1='I4'", "   3", "!has no TBCOL1")]
    public void A_field_of_ASCII_is_read_as_its_header_says(string cards, string row, string expected) =>
        Hold(File("TABLE", $"NAXIS1={row.Length};NAXIS2=1;PCOUNT=0;TFIELDS=1;{cards}", Encoding.ASCII.GetBytes(row)), expected);

    [Fact]
    public void Columns_are_described_by_their_cards()
    {
        var file = File("BINTABLE", "NAXIS1=8;NAXIS2=0;PCOUNT=0;TFIELDS=2;EXTNAME='STARS';TFORM1='D';TTYPE1='it''s';TUNIT1='deg';TUCD1='pos.eq.ra&';CONTINUE  ';meta.main';TCOMM1='Right ascension.';TXTYP1='mine';TFORM2='0D'", []);
        using var reader = TableReader.Open(new MemoryStream(file), new TableReadLimits());
        var column = reader.Columns[0];
        Assert.Equal(("STARS", "it's", "deg", "pos.eq.ra;meta.main", "Right ascension.", "mine"), (reader.Description, column.Name, column.Unit, column.Ucd, column.Description, column.Type.Xtype));
        Assert.Equal("column_2", reader.Columns[1].Name);
    }

    /// <summary>A heap of a few bytes may be named by every row: what is taken of it is bounded, and the limit named.</summary>
    [Fact]
    public void What_rows_take_of_the_heap_is_bounded()
    {
        var rows = new byte[8 * 100];
        for (var row = 0; row < 100; row++) BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(8 * row), 1000);
        var file = File("BINTABLE", "NAXIS1=8;NAXIS2=100;PCOUNT=1000;TFIELDS=1;TFORM1='PB'", [.. rows, .. new byte[1000]]);
        using (var all = LoadedTable.Of(file, new TableReadLimits { MaximumArrayBytes = 100_000 })) Assert.Equal(100, all.RowCount);
        var error = Assert.Throws<TableReadException>(() => LoadedTable.Of(file, new TableReadLimits { MaximumArrayBytes = 99_999, MaximumArrayBytesName = "Most" }).Dispose());
        Assert.Contains("more than 99999 bytes, the limit Most", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SIMPLE  =                    T")]
    [InlineData("SIMPLE  =")]
    public void A_file_that_ends_at_once_is_refused(string file) => Assert.Throws<TableReadException>(() => LoadedTable.Of(Encoding.ASCII.GetBytes(file)).Dispose());

    [Fact]
    public void A_header_without_end_is_refused()
    {
        var file = Encoding.ASCII.GetBytes("SIMPLE  =                    T".PadRight(2880) + new string(' ', 2880 * 5000));
        var error = Assert.Throws<TableReadException>(() => LoadedTable.Of(file).Dispose());
        Assert.Contains("no END", error.Message, StringComparison.Ordinal);
    }

    /// <summary>FITS within a VOTable: the FIELDs say what the columns mean, and there must be one for each.</summary>
    [Theory]
    [InlineData("<FIELD name='mine' datatype='short' ucd='meta.id'/>", "", "7")]
    [InlineData("<FIELD name='mine' datatype='short'/>", " extnum='1'", "7")]
    [InlineData("<FIELD name='mine' datatype='short'/>", " extnum='2'", "!has no HDU 2")]
    [InlineData("<FIELD name='mine' datatype='short'/>", " extnum='0'", "!HDU 0 of the FITS file is no table")]
    [InlineData("<FIELD name='mine' datatype='short'/>", " extnum='-1'", "!extnum '-1' is no number")]
    [InlineData("<FIELD name='a' datatype='short'/><FIELD name='b' datatype='short'/>", "", "!has 2 FIELDs, the FITS table in it 1 columns")]
    public void FITS_lies_within_a_VOTable(string fields, string attributes, string expected)
    {
        var fits = Convert.ToBase64String(Document("I", "", [0, 7], []));
        Hold(Encoding.UTF8.GetBytes($"<VOTABLE><RESOURCE><TABLE>{fields}<DATA><FITS{attributes}><STREAM encoding='base64'>{fits}</STREAM></FITS></DATA></TABLE></RESOURCE></VOTABLE>"), expected);
    }

    /// <summary>Damaged by chance, a file is read or refused, and nothing else.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_files_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var whole = Document("PI(2)", "TTYPE1='a'", Convert.FromHexString("0000000200000001"), Convert.FromHexString("FF00010002"));
        for (var trial = 0; trial < 1000; trial++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--) damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)random.Next('0', ':');
            if (random.Next(4) == 0) Array.Resize(ref damaged, random.Next(damaged.Length));
            var error = Record.Exception(() => LoadedTable.Of(damaged).Dispose());
            Assert.True(error is null or TableReadException, $"Seed {seed}, trial {trial}: {error}");
        }
    }

    private static void Hold(byte[] document, string expected)
    {
        if (expected.StartsWith('!'))
        {
            var error = Assert.Throws<TableReadException>(() => LoadedTable.Of(document).Dispose());
            Assert.Contains(expected[1..], error.Message, StringComparison.Ordinal);
            return;
        }

        using var loaded = LoadedTable.Of(document);
        Assert.Equal([expected], loaded.Rows());
    }

    private static byte[] Document(string form, string cards, byte[] row, byte[] heap) =>
        File("BINTABLE", $"{cards};NAXIS1={row.Length};NAXIS2=1;PCOUNT={heap.Length};TFIELDS=1;TFORM1='{form}'", [.. row, .. heap]);

    /// <summary>A file with a table behind an empty primary HDU; of a keyword that comes twice, the first counts.</summary>
    private static byte[] File(string extension, string cards, byte[] data) =>
        [.. Header("SIMPLE=T;BITPIX=8;NAXIS=0"), .. Header($"XTENSION='{extension}';BITPIX=8;NAXIS=2;GCOUNT=1;{cards}"), .. Filled(data)];

    private static byte[] Header(string cards) => Filled(Encoding.ASCII.GetBytes(string.Concat(cards.Split(';', StringSplitOptions.RemoveEmptyEntries).Aggregate(new List<string>(), Join).Append("END").Select(card => card.PadRight(80)))), (byte)' ');

    /// <summary>A value may have a semicolon in quotes.</summary>
    private static List<string> Join(List<string> cards, string part)
    {
        if (cards.Count > 0 && cards[^1].Count(character => character == '\'') % 2 == 1) cards[^1] += ";" + part;
        else if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and < 9 and var place) cards.Add(string.Create(CultureInfo.InvariantCulture, $"{part[..place],-8}= {part[(place + 1)..],20}"));
        else cards.Add(part);
        return cards;
    }

    private static byte[] Filled(byte[] bytes, byte filler = 0) => [.. bytes, .. Enumerable.Repeat(filler, (2880 - (bytes.Length % 2880)) % 2880)];
}
