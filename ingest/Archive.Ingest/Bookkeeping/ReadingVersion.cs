using System.Security.Cryptography;
using System.Text;
using Archive.Ingest.Pipeline;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// Stands for all that decides what is made of a header: the program, in which the instruments' definitions are, how headers are read, and to which table. A file that was read
/// by another one is read again.
/// </summary>
internal static class ReadingVersion
{
    private const int Digits = 16;

    /// <summary>The first 16 hexadecimal digits of a hash.</summary>
    public static string Of(IngestOptions options, TableChoice choice)
    {
        var facts = $"{typeof(ReadingVersion).Module.ModuleVersionId}\t{options.IsStrict}\t{options.Hdu}\t{choice.Version}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..Digits];
    }
}
