using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql;
using Archive.Catalogue.Manifests;
using Archive.Formats;
using Archive.Tap.Errors;
using Archive.Tap.Uploads;

namespace Archive.Tap.Parameters;

/// <summary>A query as TAP's parameters state it, checked (TAP 1.1, section 2.7).</summary>
/// <param name="Adql">QUERY.</param>
/// <param name="Version">The version that LANG names; the newest where it names none.</param>
/// <param name="MaximumRows">MAXREC, or the service's default, and never more than the service grants.</param>
/// <param name="Format">RESPONSEFORMAT, or VOTable.</param>
/// <param name="RunId">RUNID: the client's own name for what it does; null where it gave none.</param>
internal sealed record QueryRequest(string Adql, AdqlVersion Version, long MaximumRows, ResultFormatMatch Format, string? RunId)
{
    private static readonly string[] Languages = ["ADQL", "ADQL-2.0", "ADQL-2.1"];

    /// <summary>Address of the DataLink resource as whoever asked reaches it; null where it isn't known.</summary>
    public string? LinksUrl { get; init; }

    /// <summary>SNAPSHOT, a parameter of this service's own: the former state of the archive that is asked; null for the present one.</summary>
    public SnapshotChoice? Snapshot { get; init; }

    /// <summary>UPLOAD: the tables that the query brings along.</summary>
    public ImmutableArray<UploadEntry> Uploads { get; init; } = [];

    /// <exception cref="TapException">A parameter is missing or has a value that it can't have.</exception>
    public static QueryRequest Read(RequestParameters parameters, TapOptions options)
    {
        if (parameters.Single("LANG") is { } language && !Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            throw TapException.BadRequest($"LANG '{RequestParameters.Shortened(language)}' is not a query language of this service. Use {string.Join(", ", Languages)}.");
        var adql = parameters.Single("QUERY") ?? throw TapException.BadRequest("The parameter QUERY is missing or empty. It holds the query in ADQL.");
        if (adql.Length > options.MaximumQueryCharacters)
            throw TapException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"QUERY has {adql.Length} characters, more than the {options.MaximumQueryCharacters} that this service reads."));
        return new QueryRequest(adql, ReadVersion(parameters), ReadMaximumRows(parameters, options), ReadFormat(parameters), ReadRunId(parameters))
        {
            Snapshot = ReadSnapshot(parameters),
            Uploads = UploadList.Read(parameters.All("UPLOAD"), options),
        };
    }

    /// <exception cref="TapException">It is longer than TAP allows (TAP 1.1, section 2.7.6).</exception>
    public static string? ReadRunId(RequestParameters parameters) => parameters.Single("RUNID") switch
    {
        { Length: > 64 } => throw TapException.BadRequest("RUNID has more than 64 characters."),
        var runId => runId,
    };

    private static AdqlVersion ReadVersion(RequestParameters parameters) =>
        "ADQL-2.0".Equals(parameters.Single("LANG"), StringComparison.OrdinalIgnoreCase) ? AdqlVersion.Version20 : AdqlVersion.Version21;

    private static SnapshotChoice? ReadSnapshot(RequestParameters parameters) =>
        parameters.Single("SNAPSHOT") is not { } text ? null : SnapshotChoice.TryParse(text, out var choice, out var fault) ? choice : throw TapException.BadRequest($"SNAPSHOT: {fault}");

    private static ResultFormatMatch ReadFormat(RequestParameters parameters) => parameters.Single("RESPONSEFORMAT", "FORMAT") switch
    {
        null => new ResultFormatMatch(ResultFormats.Default, ResultFormats.Default.ContentType),
        var name => ResultFormats.Find(name) ?? throw TapException.BadRequest(
            $"RESPONSEFORMAT '{RequestParameters.Shortened(name)}' is not a format of this service. Use {string.Join(", ", ResultFormats.All.Select(format => format.Name))}, or one of their media types."),
    };

    /// <summary>-1 is no limit of the client's: what nexsciTAP and its clients write for it.</summary>
    public static long ReadMaximumRows(RequestParameters parameters, TapOptions options)
    {
        if (parameters.Single("MAXREC") is not { } text) return options.DefaultMaxRows;
        if (text == "-1") return options.HardMaxRows;
        if (!text.All(char.IsAsciiDigit)) throw TapException.BadRequest($"MAXREC '{RequestParameters.Shortened(text)}' is not a number of rows: it takes an integer, 0 or more.");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Min(rows, options.HardMaxRows) : options.HardMaxRows;
    }
}
