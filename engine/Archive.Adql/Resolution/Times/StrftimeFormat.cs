using System.Text;

namespace Archive.Adql.Resolution.Times;

/// <summary>Writes a <see cref="TimeFormat"/> in the words of C's strftime, which DuckDB's strftime and strptime share.</summary>
internal static class StrftimeFormat
{
    /// <summary>DALI's timestamp with milliseconds, and its date.</summary>
    public const string Timestamp = "%Y-%m-%dT%H:%M:%S.%g", Date = "%Y-%m-%d";

    public static string Write(TimeFormat format)
    {
        var text = new StringBuilder();
        foreach (var (field, literal) in format.Elements)
        {
            text.Append(field switch
            {
                TimeField.Literal => literal.Replace("%", "%%", StringComparison.Ordinal),
                TimeField.Year => "%Y",
                TimeField.Month => "%m",
                TimeField.MonthName => "%b",
                TimeField.Day => "%d",
                TimeField.Hour24 => "%H",
                TimeField.Hour12 => "%I",
                TimeField.Minute => "%M",
                TimeField.Second => "%S",
                TimeField.Fraction => "%f",
                TimeField.Milliseconds => "%g",
                _ => "%p",
            });
        }

        return text.ToString();
    }
}
