using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Importing;

/// <summary>A file that DuckDB reads by itself: Parquet or delimited text.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Format">What it is, for people.</param>
/// <param name="ReadSql">The table function that reads it; SQL.</param>
/// <param name="StrictReadSql">The same for text, with as many columns as the first line has and no guessing: where that is refused, it is
/// so with the number of a line; null for Parquet.</param>
internal sealed partial record SqlSource(string Path, string Format, string ReadSql, string? StrictReadSql = null) : ImportSource(Path, Format)
{
    // No times of day, no truth values: KOA's UT "08:23:11.0" and its "T" and "F" stay the text they are.
    private const string Guessing = "sample_size = -1, auto_type_candidates = ['BIGINT', 'DOUBLE', 'DATE', 'TIMESTAMP', 'VARCHAR']";

    public static SqlSource Parquet(string path) => new(path, "Parquet", $"read_parquet({SqlText.File(path)}, hive_partitioning = false)");

    /// <summary>The delimiter is the one that the first line, the columns' names, holds most of.</summary>
    public static SqlSource Delimited(string path, ReadOnlySpan<char> text, string compression)
    {
        var end = text.IndexOfAny('\r', '\n');
        var line = text[..(end < 0 ? text.Length : end)].ToString();
        (char Delimiter, string Name)[] formats = [(',', "CSV"), ('\t', "TSV"), (';', "CSV with semicolons"), ('|', "CSV with bars")];
        var (delimiter, name) = formats.MaxBy(format => line.Count(character => character == format.Delimiter));
        var file = $"{SqlText.File(path)}, delim = {SqlText.Literal(delimiter.ToString())}, compression = {SqlText.Literal(compression)}, header = true, skip = 0, comment = '', quote = '\"', escape = '\"', nullstr = ''";
        var columns = string.Join(", ", Enumerable.Range(0, CountFields(line, delimiter)).Select(column => $"c{column}: 'VARCHAR'"));
        return new SqlSource(path, name, $"read_csv({file}, {Guessing})", $"read_csv({file}, auto_detect = false, columns = {{{columns}}})");
    }

    public override Table? Load(DuckDbConnection connection)
    {
        try
        {
            connection.Execute($"CREATE TABLE raw AS FROM {ReadSql}");
            return null;
        }
        catch (DuckDbException error) when (error.Type is DuckDbErrorType.InvalidInput or DuckDbErrorType.Conversion or DuckDbErrorType.Invalid)
        {
            throw new IngestException($"{Path}{Explain(FindBadLine(connection) ?? error.Message)}", error);
        }
    }

    private static int CountFields(string line, char delimiter)
    {
        var (count, isQuoted) = (1, false);
        foreach (var character in line)
        {
            if (character == '"') isQuoted = !isQuoted;
            else if (character == delimiter && !isQuoted) count++;
        }

        return count;
    }

    /// <summary>What is said against the first line that has not the first line's columns; null where all have.</summary>
    private string? FindBadLine(DuckDbConnection connection)
    {
        if (StrictReadSql is null) return null;
        try
        {
            connection.Execute($"SELECT count(*) FROM {StrictReadSql}");
            return null;
        }
        catch (DuckDbException error)
        {
            return error.Message;
        }
    }

    /// <summary>Of DuckDB's page of text the place and the fault.</summary>
    private static string Explain(string message)
    {
        var match = CsvError().Match(message);
        return match.Success
            ? $", line {match.Groups["line"].Value}: {match.Groups["fault"].Value.Trim()} Mend the line, then import again."
            : $" can't be read: {message.Split('\n')[0].Trim()} Check that it is a Parquet file, or UTF-8 text whose first line names the columns.";
    }

    // The line itself is repeated there, too, over several lines if a quote in it isn't closed; the fault is the last line before the advice.
    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)\s*\n(.*?\n)??(?<fault>[^\n]+)\s*\n\s*Possible", RegexOptions.Singleline)]
    private static partial Regex CsvError();
}
