using System.Collections.Immutable;
using Archive.Formats.Delimited;
using Archive.Formats.Fits;
using Archive.Formats.Html;
using Archive.Formats.Ipac;
using Archive.Formats.Json;
using Archive.Formats.Parquet;
using Archive.Formats.Text;
using Archive.Formats.Votable;

namespace Archive.Formats;

/// <summary>A format and the Content-Type to answer with: the media type that was asked for, where one was (DALI 1.1, section 3.4.3).</summary>
public sealed record ResultFormatMatch(ResultFormat Format, string ContentType);

/// <summary>All formats that results can be had in. A new one is a file of its own and a line here.</summary>
public static class ResultFormats
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<ResultFormat> All { get; } =
    [
        VotableFormats.Tabledata,
        VotableFormats.Binary2,
        VotableFormats.Binary,
        CsvFormat.Csv,
        TsvFormat.Tsv,
        IpacFormat.Ipac,
        JsonFormats.Table,
        JsonFormats.Objects,
        FitsFormat.Fits,
        ParquetFormat.Parquet,
        HtmlFormat.Html,
        TextFormat.Text,
        VotableFormats.Tabledata15,
        VotableFormats.Binary2In15,
        VotableFormats.Gzip,
    ];

    public static ResultFormat Default => All[0];

    /// <summary>Finds the format that a RESPONSEFORMAT names, a short name or a media type, in any case; null if there is none.</summary>
    public static ResultFormatMatch? Find(string responseFormat)
    {
        var requested = responseFormat.Trim();
        if (requested.Length is 0 or > MediaType.MaximumLength) return null;
        foreach (var format in All)
        {
            if (format.Aliases.Append(format.Name).Contains(requested, StringComparer.OrdinalIgnoreCase))
                return new ResultFormatMatch(format, format.ContentType);
        }

        ResultFormatMatch? best = null;
        var bestQuality = -1;
        foreach (var format in All)
        {
            foreach (var mediaType in format.MediaTypes)
            {
                var quality = mediaType.Match(requested);
                if (quality <= bestQuality) continue;
                best = new ResultFormatMatch(format, mediaType.ToString());
                bestQuality = quality;
            }
        }

        return best;
    }
}
