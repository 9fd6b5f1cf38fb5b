using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Ingest.Instruments;
using Archive.Ingest.Pipeline;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// Stands for all that decides what is made of a header: the instruments' definitions, how headers are read and to which table, and the program itself. A file that was read by another one is read again.
/// </summary>
internal static class ReadingVersion
{
    private const int Digits = 16;

    /// <summary>The first 16 hexadecimal digits of a hash.</summary>
    public static string Of(IEnumerable<InstrumentDefinition> definitions, IngestOptions options, TableChoice choice)
    {
        var facts = new StringBuilder(typeof(ReadingVersion).Module.ModuleVersionId.ToString());
        facts.Append('\t').Append(options.IsStrict).Append('\t').Append(options.Hdu).Append('\t').Append(choice.Version);
        foreach (var definition in definitions)
        {
            facts.Append('\n').Append(definition.Name).Append('\t').AppendJoin(',', definition.Prefixes.Select(prefix => $"{prefix.Text} {prefix.Condition?.Text}")).Append('\t').Append(definition.Table.Name)
                .Append('\t').Append(definition.Table.KeyColumn).Append('\t').Append(definition.Table.UtDateColumn).Append('\t').Append(definition.Table.Position);
            facts.Append('\t').Append(definition.Rules).Append('\t').Append(definition.HasHundredths).Append('\t').AppendJoin(',', definition.TimeKeywords ?? [])
                .Append('\t').AppendJoin('|', definition.HeaderConditions.Select(condition => condition.Text));
            foreach (var column in definition.Columns)
            {
                facts.Append('\n').Append(column.Name).Append('\t').Append((int)column.Kind).Append('\t').Append(column.Width).Append('\t').Append(column.IsRequired)
                    .Append('\t').AppendJoin(',', column.Keywords).Append('\t').AppendJoin('|', column.KnownValues)
                    .Append(CultureInfo.InvariantCulture, $"\t{column.Minimum:R}\t{column.Maximum:R}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())))[..Digits];
    }
}
