using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>A column of a binary table: where its cells are, and what their elements are.</summary>
internal sealed class BinaryTableColumn
{
    private readonly BinaryForm form;
    private readonly int offset;
    private readonly Scaling? scaling;

    /// <param name="header">The table's header.</param>
    /// <param name="number">The column's number, from 1.</param>
    /// <param name="form">How its cells are held.</param>
    /// <param name="offset">Bytes before it in a row.</param>
    /// <exception cref="TableReadException">The header says what can't be.</exception>
    public BinaryTableColumn(HeaderCards header, int number, BinaryForm form, int offset)
    {
        this.form = form;
        this.offset = offset;
        // Only integers have a TNULL; what other columns have under that name means nothing.
        var heldNull = form.Letter is 'B' or 'I' or 'J' or 'K' && long.TryParse(header.Text("TNULL", number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var declared) ? declared : (long?)null;
        var (scale, zero) = (header.Number("TSCAL", number, 1), header.Number("TZERO", number, 0));
        if (form.Letter is 'C' or 'M' && (scale != 1 || zero != 0)) throw new TableReadException(FormattableString.Invariant($"Column {number} of the FITS table holds scaled complex numbers, which aren't read."));
        scaling = Scaling.Of(form.Letter, scale, zero, heldNull);
        NullText = scaling is null ? heldNull?.ToString(CultureInfo.InvariantCulture) : scaling.NullText;
        (Type, Shape) = Describe(header.Text("TDIM", number));
    }

    public ColumnType Type { get; }

    public FieldShape Shape { get; }

    public string? NullText { get; }

    public bool IsInHeap => form.Descriptor is not null && form.Repeat > 0;

    /// <summary>The elements of a cell, valid until the next one's are asked for.</summary>
    /// <exception cref="CellException">They aren't in the heap, or can't be scaled.</exception>
    public ReadOnlySpan<byte> Elements(ReadOnlySpan<byte> row, Heap? heap, out int count)
    {
        var held = row.Slice(offset, (int)form.Width);
        count = form.Repeat;
        if (IsInHeap) held = heap!.Take(held, form, out count);
        if (scaling is not null) return scaling.Apply(held, count);
        return form.Letter == 'A' && !Shape.IsOfTexts ? Trimmed(held) : held;
    }

    /// <summary>A text ends at the first NUL (FITS 4.0, section 7.3.3.1); blanks at its end mean nothing.</summary>
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        return (end < 0 ? text : text[..end]).TrimEnd((byte)' ');
    }

    private (ColumnType Type, FieldShape Shape) Describe(string? dimensions)
    {
        var datatype = scaling?.Datatype ?? form.Datatype;
        if (form.Descriptor is not null || form.Repeat == 0) return (new ColumnType(datatype, "*"), new FieldShape(IsArray: true, form.Repeat == 0 ? 0 : null, IsOfTexts: false));
        var sizes = SizesOf(dimensions);
        var whole = form.Repeat.ToString(CultureInfo.InvariantCulture);
        if (datatype == Datatype.Char && sizes is null) return (new ColumnType(datatype, whole + "*"), new FieldShape(IsArray: true, form.Repeat, IsOfTexts: false));
        return form.Repeat == 1 && sizes is null ? (new ColumnType(datatype), FieldShape.Scalar)
            : (new ColumnType(datatype, sizes ?? whole), new FieldShape(IsArray: true, form.Repeat, IsOfTexts: sizes is not null));
    }

    /// <summary>TDIM, or what TFORM says of texts, as VOTable writes it; null for one dimension, and where TDIM isn't what the cell has.</summary>
    private string? SizesOf(string? dimensions)
    {
        if (form.TextLength is { } length && form.Repeat % length == 0) return FormattableString.Invariant($"{length}x{form.Repeat / length}");
        if (dimensions?.Trim() is not ['(', .. var inner, ')']) return null;
        var sizes = inner.Split(',', StringSplitOptions.TrimEntries);
        var product = 1L;
        foreach (var text in sizes)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || (product *= size) > FieldShape.MaximumCount) return null;
        }

        return sizes.Length > 1 && product == form.Repeat ? string.Join('x', sizes.Select(size => size.TrimStart('0'))) : null;
    }
}
