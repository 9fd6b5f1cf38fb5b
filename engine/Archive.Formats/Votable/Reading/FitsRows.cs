using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.Formats.Fits.Reading;
using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>Rows as a whole FITS file in base64 (VOTable 1.4, section 5.2). FITS says how cells are held, the FIELDs what they mean.</summary>
internal static class FitsRows
{
    /// <summary>Opens the table in the element that the reader is on; null where that is empty.</summary>
    /// <exception cref="TableReadException">There is no such table.</exception>
    public static FitsTableReader? Open(VotableXml xml, TableReadLimits limits)
    {
        int? extension = null;
        if (xml.Attribute("extnum") is { } written)
            extension = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new TableReadException($"The VOTable's extnum '{written}' is no number of an HDU.");
        return StreamElement.Open(xml) is { } bytes ? FitsTableReader.Open(bytes, limits, extension) : null;
    }

    /// <summary>The columns as FITS holds them, under the names, units and meanings that the FIELDs give them.</summary>
    /// <exception cref="TableReadException">They aren't as many.</exception>
    public static ImmutableArray<TableField> Describe(ImmutableArray<TableField> described, ImmutableArray<TableField> held) => described.Length == held.Length
        ? [.. described.Zip(held, Describe)]
        : throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The VOTable has {described.Length} FIELDs, the FITS table in it {held.Length} columns. There must be one for each."));

    private static TableField Describe(TableField described, TableField held)
    {
        var (meant, type) = (described.Column.Type, held.Column.Type);
        // All texts are held alike; the sizes of arrays must be those of the values.
        var areTexts = type.Datatype == Datatype.Char && meant.Datatype is (Datatype.Char or Datatype.UnicodeChar);
        return held with { Column = described.Column with { Type = areTexts ? meant with { Datatype = Datatype.Char } : type with { Xtype = meant.Xtype } } };
    }
}
