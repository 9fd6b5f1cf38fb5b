using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Fits;

/// <summary>A column of a binary table, and what is seen of its values while they are spooled: how long texts are, whether integers are null.</summary>
/// <param name="column">The column.</param>
/// <param name="name">Its name, which no other column has.</param>
/// <param name="form">How its cells are held.</param>
internal sealed class FitsColumn(Column column, string name, FitsForm form)
{
    private int longest;
    private bool hasNulls;
    private bool hasMarkers;

    /// <summary>Bytes of the elements that lie in the heap.</summary>
    public long HeapLength { get; private set; }

    public FitsForm Form => form;

    /// <summary>Notes what the header must say of cells that are to be written.</summary>
    public void Note(in VectorView values, int start, int count, CellBuffer cells)
    {
        if (form.Layout == FitsLayout.Heap) HeapLength += cells.Length;
        if (form.Layout != FitsLayout.Fixed)
        {
            for (var row = 0; row < count; row++) longest = Math.Max(longest, cells.Cell(row).Length);
        }
        else if (form.NullMarker is not null)
        {
            for (var row = 0; row < count; row++)
            {
                if (values.IsNull(start + row)) hasNulls = true;
                else if (cells.Cell(row).SequenceEqual(form.NullCell)) hasMarkers = true;
            }
        }
    }

    /// <summary>Bytes of the column in each row.</summary>
    /// <param name="descriptorLength">Bytes that tell where in the heap an array lies.</param>
    public int Width(int descriptorLength) => form.Layout switch
    {
        FitsLayout.Fixed => form.Width,
        FitsLayout.Padded => Math.Max(1, longest),
        _ => descriptorLength,
    };

    /// <summary>Adds the cards that describe the column (FITS 4.0, section 7.3.2; TUCD, TUTYP, TXTYP and TCOMM as STILTS has them).</summary>
    /// <exception cref="ResultFormatException">A value can't be told from the column's nulls.</exception>
    public void Describe(FitsHeader header, int number, int descriptorLength)
    {
        if (hasNulls && hasMarkers)
            throw new ResultFormatException($"Column {column.Name}: {form.NullMarker} is a value, but it stands for null in FITS, and there are nulls too. Ask for another format.");
        var isWide = descriptorLength > FitsForm.ShortDescriptorLength;
        header.Text(Keyword("TTYPE", number), name)
            .Text(Keyword("TFORM", number), form.Code(form.Layout == FitsLayout.Heap ? longest : Width(descriptorLength), isWide));
        if (!string.IsNullOrEmpty(column.Unit)) header.Text(Keyword("TUNIT", number), column.Unit);
        if (hasNulls) header.Integer(Keyword("TNULL", number), form.NullMarker!.Value);
        header.Text(Keyword("TDIM", number), Dimensions(descriptorLength))
            .LongText(Keyword("TUCD", number), column.Ucd)
            .LongText(Keyword("TUTYP", number), column.Utype)
            .LongText(Keyword("TXTYP", number), column.Type.Xtype)
            .LongText(Keyword("TCOMM", number), column.Description);
    }

    private static string Keyword(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");

    /// <summary>The dimensions of an array of several, the last as long as the cells have room for; null for others.</summary>
    private string? Dimensions(int descriptorLength)
    {
        if (form.Layout == FitsLayout.Heap || column.Type.Arraysize?.Split('x') is not { Length: > 1 } sizes) return null;
        var inner = ElementCount.Parse(string.Join('x', sizes[..^1])).Fixed ?? 0;
        var all = form.Layout == FitsLayout.Padded ? Width(descriptorLength) : ElementCount.Parse(column.Type.Arraysize).Fixed ?? 0;
        return inner > 0 && all % inner == 0 ? $"({string.Join(',', sizes[..^1])},{(all / inner).ToString(CultureInfo.InvariantCulture)})" : null;
    }
}
