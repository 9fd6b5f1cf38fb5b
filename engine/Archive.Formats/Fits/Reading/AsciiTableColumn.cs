using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>A column of a table of ASCII: TBCOL says where its fields are, TFORM what they hold (FITS 4.0, sections 7.2.1 and 7.2.5).</summary>
internal sealed partial class AsciiTableColumn
{
    private const int DigitsOfInt = 9;

    private readonly int start;
    private readonly int width;
    private readonly int decimals;
    private readonly bool isScaled;
    private readonly double scale;
    private readonly double zero;
    private readonly string? nullText;

    /// <exception cref="TableReadException">The header says what can't be.</exception>
    public AsciiTableColumn(HeaderCards header, int number, int rowLength)
    {
        var form = header.Text("TFORM", number);
        var begin = header.Count(FormattableString.Invariant($"TBCOL{number}"));
        if (Form().Match(form ?? "") is not { Success: true, Groups: var groups } || !int.TryParse(groups["width"].ValueSpan, CultureInfo.InvariantCulture, out width) || begin < 1 || begin - 1 + width > rowLength)
            throw new TableReadException(FormattableString.Invariant($"TFORM{number} '{form}' and TBCOL{number} {begin} of the FITS table are no field within its {rowLength} characters."));
        start = (int)begin - 1;
        decimals = int.TryParse(groups["decimals"].ValueSpan, CultureInfo.InvariantCulture, out var written) ? written : 0;
        (scale, zero) = (header.Number("TSCAL", number, 1), header.Number("TZERO", number, 0));
        isScaled = scale != 1 || zero != 0;
        nullText = header.Text("TNULL", number)?.Trim();
        Type = groups["letter"].Value[0] switch
        {
            'A' => ColumnType.TextUpTo(width),
            'I' when !isScaled => width <= DigitsOfInt ? ColumnType.Int : ColumnType.Long,
            _ => ColumnType.Double,
        };
        Shape = Type.IsText ? new FieldShape(IsArray: true, Count: null, IsOfTexts: false) : FieldShape.Scalar;
    }

    public ColumnType Type { get; }

    public FieldShape Shape { get; }

    /// <summary>Gives the column's field of a row to the sink. A blank one is null.</summary>
    /// <exception cref="CellException">It is no number.</exception>
    public void Read(string row, int column, RowSink sink)
    {
        var field = row.AsSpan(start, width).TrimEnd(' ');
        if (nullText is not null && field.Trim().SequenceEqual(nullText)) sink.Add(column, "");
        else if (Type.Datatype != Datatype.Double || field.Trim().IsEmpty) sink.Add(column, field);
        else AddReal(field.Trim(), column, sink);
    }

    /// <summary>A D may stand for the E; a number without a point has it before its last digits, as many as TFORM says.</summary>
    private void AddReal(ReadOnlySpan<char> field, int column, RowSink sink)
    {
        var text = field.ToString().Replace('D', 'E').Replace('d', 'e');
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw CellException.NotA("a number", field);
        if (decimals > 0 && double.IsFinite(number) && !text.Contains('.', StringComparison.Ordinal)) number /= Math.Pow(10, decimals);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, isScaled ? zero + (scale * number) : number);
        sink.Add(column, bytes, 1);
    }

    [GeneratedRegex(@"^(?<letter>[AIFED])(?<width>[0-9]+)(?:\.(?<decimals>[0-9]+))?")]
    private static partial Regex Form();
}
