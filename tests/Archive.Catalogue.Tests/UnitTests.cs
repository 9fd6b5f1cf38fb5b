using System.Globalization;
using Archive.Catalogue.Units;

namespace Archive.Catalogue.Tests;

public sealed class UnitTests
{
    public static TheoryData<string, string, double> Conversions()
    {
        var data = new TheoryData<string, string, double>();
        foreach (var fields in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "unit-conversions.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')))
            data.Add(fields[0], fields[1], double.Parse(fields[2], CultureInfo.InvariantCulture));
        return data;
    }

    /// <summary>The constants differ in the last digits from one adjustment to the next, so 1 part in a million for those, and the last bits elsewhere.</summary>
    [Theory]
    [MemberData(nameof(Conversions))]
    public void Units_convert_as_astropys_do(string from, string to, double expected)
    {
        var (factor, divisor) = UnitParser.Parse(from).ConversionTo(UnitParser.Parse(to));
        var isMeasured = from is "u" or "Ry" or "eV" or "keV" or "solMass";
        Assert.InRange(factor / divisor / expected, 1 - (isMeasured ? 1e-6 : 1e-14), 1 + (isMeasured ? 1e-6 : 1e-14));
    }

    [Theory]
    [InlineData("deg", "arcsec", 3600, 1)]
    [InlineData("arcsec", "deg", 1, 3600)]
    [InlineData("deg", "mas", 3_600_000, 1)]
    [InlineData("nm", "um", 1, 1000)]
    [InlineData("Angstrom", "um", 1, 10_000)]
    [InlineData("s", "h", 1, 3600)]
    [InlineData("km", "km", 1, 1)]
    public void Whole_numbers_stay_whole(string from, string to, double factor, double divisor) => Assert.Equal((factor, divisor), UnitParser.Parse(from).ConversionTo(UnitParser.Parse(to)));

    [Theory]
    [InlineData("m2", "m**2")]
    [InlineData("m^2", "m**2")]
    [InlineData("m**+2", "m**2")]
    [InlineData("m-2", "m**-2")]
    [InlineData("m**(-2)", "m**-2")]
    [InlineData("m**(3/2)", "m**1.5")]
    [InlineData("km s-1", "km/s")]
    [InlineData("km*s**-1", "km/s")]
    [InlineData("km.s-1", "km/s")]
    [InlineData("erg/s/cm2", "erg/(s.cm**2)")]
    [InlineData("(m.s)**2/kg", "m**2.s**2.kg**-1")]
    [InlineData("10**3 m", "km")]
    [InlineData("10^3m", "km")]
    [InlineData("0.1nm", "Angstrom")]
    [InlineData("1.5e3m", "1.5km")]
    [InlineData("/s", "Hz")]
    [InlineData("1/s", "Hz")]
    [InlineData("sqrt(m4)", "m**2")]
    [InlineData("dam", "10m")]
    [InlineData("dadu", "0.1adu")]
    [InlineData("ct/pixel", "count/pix")]
    [InlineData("%", "0.01")]
    [InlineData("  deg ", "deg")]
    public void Older_spellings_are_read(string text, string same) => Assert.Equal((1, 1), UnitParser.Parse(text).ConversionTo(UnitParser.Parse(same)));

    [Theory]
    [InlineData("cd", "candela, not centiday", "lm/sr")]
    [InlineData("min", "minute, not milliinch", "s")]
    [InlineData("Pa", "pascal, not petayear", "N/m**2")]
    [InlineData("pc", "parsec", "m")]
    [InlineData("ha", "hundred years", "s")]
    public void A_symbol_of_its_own_goes_before_a_prefix(string text, string meaning, string convertible) =>
        Assert.True(UnitParser.Parse(text).IsConvertibleTo(UnitParser.Parse(convertible)), meaning);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("AB")]
    [InlineData("furlong")]
    [InlineData("'furlong'")]
    [InlineData("KM")]
    [InlineData("kmin")]
    [InlineData("mdeg")]
    [InlineData("kkm")]
    [InlineData("Kim")]
    [InlineData("e-/DN")]
    [InlineData("m/")]
    [InlineData("m**")]
    [InlineData("m**x")]
    [InlineData("m..s")]
    [InlineData("(m")]
    [InlineData("m)")]
    [InlineData("J/s.m")]
    [InlineData("m+s")]
    [InlineData("10**0.5m")]
    [InlineData("0m")]
    [InlineData("1e999m")]
    [InlineData("log(m).s")]
    [InlineData("log(m")]
    [InlineData("sqrt()")]
    [InlineData("m**101")]
    [InlineData("°")]
    [InlineData("\0m")]
    [InlineData("m\0")]
    public void What_is_no_unit_is_refused(string text) => Assert.Throws<UnitSyntaxException>(() => UnitParser.Parse(text));

    [Theory]
    [InlineData("deg", "m")]
    [InlineData("mag", "Jy")]
    [InlineData("Hz", "nm")]
    [InlineData("count", "photon")]
    [InlineData("log(Hz)", "Hz")]
    [InlineData("log(Hz)", "log(kHz)")]
    [InlineData("dex", "mag")]
    public void Units_of_different_kinds_do_not_convert(string first, string second)
    {
        Assert.False(UnitParser.Parse(first).IsConvertibleTo(UnitParser.Parse(second)));
        Assert.Throws<ArgumentException>(() => UnitParser.Parse(first).ConversionTo(UnitParser.Parse(second)));
    }

    [Fact]
    public void Hostile_units_end_soon()
    {
        foreach (var text in new[] { new string('(', 128), new string('(', 100_000), string.Concat(Enumerable.Repeat("sqrt(", 25)), new string('m', 128), "m" + new string('/', 127) })
            Assert.Throws<UnitSyntaxException>(() => UnitParser.Parse(text));
    }
}
