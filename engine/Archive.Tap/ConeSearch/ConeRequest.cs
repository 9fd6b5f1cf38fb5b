using System.Globalization;
using Archive.Formats;
using Archive.Tap.Errors;
using Archive.Tap.Parameters;

namespace Archive.Tap.ConeSearch;

/// <summary>A cone search as its parameters state it, checked (Simple Cone Search 1.03, section 2.1): ICRS degrees.</summary>
/// <param name="Radius">SR, 0 to 180; 0 asks for the columns alone.</param>
/// <param name="Verbosity">VERB, 1 for the fewest columns to 3 for all.</param>
/// <param name="MaximumRows">MAXREC, as TAP's.</param>
internal sealed record ConeRequest(double RightAscension, double Declination, double Radius, int Verbosity, long MaximumRows, ResultFormatMatch Format)
{
    /// <summary>What cone searches are answered with since there are such (section 2.2).</summary>
    public const string ContentType = "text/xml";

    private const int UsualVerbosity = 2;

    /// <exception cref="TapException">A parameter is missing or has a value that it can't have.</exception>
    public static ConeRequest Read(RequestParameters parameters, TapOptions options) => new(
        ReadDegrees(parameters, "RA", 0, 360),
        ReadDegrees(parameters, "DEC", -90, 90),
        ReadDegrees(parameters, "SR", 0, 180),
        ReadVerbosity(parameters),
        QueryRequest.ReadMaximumRows(parameters, options),
        ReadFormat(parameters));

    private static double ReadDegrees(RequestParameters parameters, string name, double least, double most)
    {
        var text = parameters.Single(name) ?? throw TapException.BadRequest($"{name} is missing. A cone search takes RA, DEC and SR, all in degrees (ICRS).");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees >= least && degrees <= most
            ? degrees
            : throw TapException.BadRequest(FormattableString.Invariant($"{name} '{RequestParameters.Shortened(text)}' is not a number of degrees from {least} to {most}."));
    }

    private static int ReadVerbosity(RequestParameters parameters) => parameters.Single("VERB") switch
    {
        null => UsualVerbosity,
        "1" => 1,
        "2" => 2,
        "3" => 3,
        var other => throw TapException.BadRequest($"VERB '{RequestParameters.Shortened(other)}' is not 1, 2 or 3."),
    };

    /// <summary>Only VOTable: the standard knows no other.</summary>
    private static ResultFormatMatch ReadFormat(RequestParameters parameters)
    {
        if (parameters.Single("RESPONSEFORMAT") is not { } name) return new ResultFormatMatch(ResultFormats.Default, ContentType);
        return ResultFormats.Find(name) is { } match && match.Format.Name.StartsWith("votable", StringComparison.Ordinal)
            ? match
            : throw TapException.BadRequest($"RESPONSEFORMAT '{RequestParameters.Shortened(name)}' is not a format of cone searches. They give VOTable; TAP gives other formats.");
    }
}
