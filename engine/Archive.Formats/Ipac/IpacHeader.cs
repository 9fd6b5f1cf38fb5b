using System.Collections.Immutable;
using System.Text;
using Archive.Formats.Values;

namespace Archive.Formats.Ipac;

/// <summary>The keyword lines and the four lines of names, types, units and null markers that begin an IPAC table.</summary>
internal static class IpacHeader
{
    /// <param name="description">The result.</param>
    /// <param name="columns">Its columns, with their widths.</param>
    /// <param name="ending">How the result ended; null where the header is written before that is known.</param>
    public static byte[] Of(ResultDescription description, ImmutableArray<IpacColumn> columns, ResultEnding? ending)
    {
        var header = new StringBuilder("\\fixlen = T\n");
        if (ending is not null) AppendKeyword(header, "status", ending.Message is { } message ? $"{ending.Status.Word()}: {message}" : ending.Status.Word());
        if (description.Query is { } query) AppendKeyword(header, "query", query);
        foreach (var info in description.Infos) AppendKeyword(header, info.Name, info.Value);
        AppendLine(header, columns, column => column.Name);
        AppendLine(header, columns, column => column.Type);
        AppendLine(header, columns, column => column.Unit);
        AppendLine(header, columns, _ => IpacColumn.NullText);
        return Encoding.ASCII.GetBytes(header.ToString());
    }

    private static void AppendKeyword(StringBuilder header, string name, string value)
    {
        header.Append('\\');
        foreach (var character in name) header.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        header.Append(" = ").Append(AsciiText.Of(value)).Append('\n');
    }

    private static void AppendLine(StringBuilder header, ImmutableArray<IpacColumn> columns, Func<IpacColumn, string> text)
    {
        foreach (var column in columns)
        {
            header.Append('|');
            header.Append(column.IsRightAligned ? text(column).PadLeft(column.Width) : text(column).PadRight(column.Width));
        }

        header.Append("|\n");
    }
}
