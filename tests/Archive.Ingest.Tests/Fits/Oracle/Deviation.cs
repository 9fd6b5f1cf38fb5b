namespace Archive.Ingest.Tests.Fits.Oracle;

/// <summary>Where this reader and another one part: a line of <c>deviations.tsv</c>.</summary>
/// <param name="Reader">astropy or cfitsio; <c>astropy image</c> for the header that astropy restores of a compressed image.</param>
/// <param name="File">The file, from the corpus folder.</param>
/// <param name="Hdu">The HDU's number; * for the file as a whole.</param>
/// <param name="Keyword">The card's keyword here; * for the header as a whole.</param>
/// <param name="What">Which of keyword, type, value, comment is told otherwise; <c>refused</c>, <c>taken</c>, <c>HDUs</c> or <c>cards</c> for the other reader as a whole.</param>
internal sealed record Deviation(string Reader, string File, string Hdu, string Keyword, string What)
{
    public override string ToString() => string.Join('\t', Reader, File, Hdu, Keyword, What);

    public static Deviation Parse(string[] row) => new(row[0], row[1], row[2], row[3], row[4]);
}
