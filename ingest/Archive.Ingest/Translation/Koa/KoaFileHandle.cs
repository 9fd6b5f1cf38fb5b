using System.Globalization;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation.Koa;

/// <summary>Where KOA keeps a raw file: <c>/koadata1/HIRES/20040824/lev0/HI.20040824.08204.fits</c>. The number of the disk follows from the UT date, by an embedded table.</summary>
internal static class KoaFileHandle
{
    private static readonly (DateOnly From, int Disk)[] Disks = ReadDisks();

    public static string Of(string instrument, DateOnly utDate, string koaId) =>
        string.Create(CultureInfo.InvariantCulture, $"/koadata{DiskOf(utDate)}/{instrument}/{utDate:yyyyMMdd}/lev0/{koaId}");

    private static int DiskOf(DateOnly utDate)
    {
        var disk = Disks[0].Disk;
        foreach (var (from, number) in Disks)
        {
            if (from > utDate) break;
            disk = number;
        }

        return disk;
    }

    private static (DateOnly From, int Disk)[] ReadDisks()
    {
        using var reader = InstrumentFile.OpenEmbedded("koadata_disks.tsv");
        var disks = new List<(DateOnly, int)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            disks.Add((DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture)));
        }

        return [.. disks];
    }
}
