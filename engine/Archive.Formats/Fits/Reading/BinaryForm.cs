using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading;

namespace Archive.Formats.Fits.Reading;

/// <summary>TFORM of a binary table: how the cells of a column are held (FITS 4.0, section 7.3.1).</summary>
/// <param name="Repeat">Elements of a cell, or 1 or 0 descriptors of arrays.</param>
/// <param name="Letter">The kind of element.</param>
/// <param name="Descriptor">P or Q where the elements lie in the heap, else null.</param>
/// <param name="TextLength">Characters of each of several texts in a cell (<c>rAw</c>, <c>rA:SSTRw</c>); null where there is one.</param>
internal sealed partial record BinaryForm(int Repeat, char Letter, char? Descriptor, int? TextLength)
{
    /// <summary>Bytes of the column in each row.</summary>
    public long Width => Descriptor switch
    {
        null => BytesOf(Repeat),
        'P' => Repeat * 2L * sizeof(int),
        _ => Repeat * 2L * sizeof(long),
    };

    /// <exception cref="TableReadException">It is none that the standard has.</exception>
    public static BinaryForm Parse(string? form, int number)
    {
        if (Form().Match(form ?? "") is not { Success: true, Groups: var groups }) throw Refused(form, number);
        var repeat = 1;
        if (groups["repeat"].Length > 0 && (!int.TryParse(groups["repeat"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out repeat) || repeat > FieldShape.MaximumCount)) throw Refused(form, number);
        var descriptor = groups["descriptor"].Length > 0 ? groups["descriptor"].Value[0] : (char?)null;
        if (descriptor is not null && repeat > 1) throw Refused(form, number);
        int? textLength = null;
        if (groups["width"].Length > 0)
        {
            if (!int.TryParse(groups["width"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var width)) throw Refused(form, number);
            if (width > 0 && width < repeat) textLength = width;
        }

        return new BinaryForm(repeat, groups["letter"].Value[0], descriptor, textLength);
    }

    /// <summary>Bytes of so many elements.</summary>
    public long BytesOf(long count) => Letter switch
    {
        'X' => (count + 7) / 8,
        'I' => 2 * count,
        'J' or 'E' => 4 * count,
        'K' or 'D' or 'C' => 8 * count,
        'M' => 16 * count,
        _ => count,
    };

    /// <summary>The datatype of an element as it is held.</summary>
    public Datatype Datatype => Letter switch
    {
        'L' => Datatype.Boolean,
        'X' => Datatype.Bit,
        'B' => Datatype.UnsignedByte,
        'I' => Datatype.Short,
        'J' => Datatype.Int,
        'K' => Datatype.Long,
        'A' => Datatype.Char,
        'E' => Datatype.Float,
        'D' => Datatype.Double,
        'C' => Datatype.FloatComplex,
        _ => Datatype.DoubleComplex,
    };

    private static TableReadException Refused(string? form, int number) =>
        new(FormattableString.Invariant($"TFORM{number} of the FITS table is '{form}'. It takes a number, one of L X B I J K A E D C M, and before that P or Q for arrays in the heap, of at most {FieldShape.MaximumCount} elements."));

    [GeneratedRegex(@"^(?<repeat>[0-9]*)(?:(?<descriptor>[PQ])(?<letter>[LXBIJKAEDCM])(?:\(.*)?|(?<letter>A)(?::SSTR)?(?<width>[0-9]+).*|(?<letter>[LXBIJKAEDCM]).*)$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
