using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DataSamples;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Tools.Verbs;

namespace Archive.Tools;

/// <summary>Makes the archive of the demo: the synthetic twin, its tutorial's rows as FITS files that are ingested, the others as records.</summary>
internal sealed class DemoArchive(ArchiveFolder folder, int rows)
{
    /// <summary>The FITS files that were ingested, which may be downloaded.</summary>
    public string FitsFolder => Path.Combine(folder.Root, "fits");

    /// <summary>Makes what isn't there. An archive that has all its rows is left as it is.</summary>
    /// <exception cref="UserException">The folder holds something else.</exception>
    public void Make(CancellationToken cancellation)
    {
        var present = Present();
        if (present == rows) return;
        var twin = Twin();
        new ArchiveSettings { Name = "demo", Description = SyntheticTwin.Notice, IsSynthetic = true }.Write(folder);

        Console.WriteLine($"Making a synthetic twin of KOA's koa_hires in {folder.Root}; no row of it was ever observed.");
        using (var bar = new ProgressBar("FITS files written"))
        {
            twin.WriteFitsFiles(FitsFolder, new ImmediateProgress<int>(done => bar.Report(done, 0)), cancellation);
        }

        IngestTelling.Tell(IngestVerb.Run([FitsFolder], folder, new IngestOptions { Table = IngestRun.HomeTable.Name }, cancellation));
        AddBulk(twin, cancellation);
    }

    /// <summary>Rows that are there already.</summary>
    private long Present()
    {
        if (!Directory.Exists(folder.Root) || !Directory.EnumerateFileSystemEntries(folder.Root).Any()) return 0;
        if (!ArchiveSettings.Read(folder).IsSynthetic)
            throw new UserException($"{folder.Root} is there and isn't a demo. Name an empty folder with --archive, or serve it with 'archive serve'.");
        var present = new ManifestStore(folder.Table(IngestRun.HomeTable.Name)).ReadCurrent().Rows;
        return present <= rows
            ? present
            : throw new UserException($"The demo in {folder.Root} has {present} rows, {rows} were asked for. Delete it, or name another folder with --archive.");
    }

    private SyntheticTwin Twin()
    {
        try
        {
            return new SyntheticTwin(new SyntheticTwinOptions { Rows = rows });
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new UserException(error.Message);
        }
    }

    private void AddBulk(SyntheticTwin twin, CancellationToken cancellation)
    {
        using var session = IngestSession.Open(folder.Table(IngestRun.HomeTable.Name), Labelled(IngestRun.HomeTable));
        long added = 0;
        using (var bar = new ProgressBar("records made"))
        {
            foreach (var record in twin.Bulk(cancellation))
            {
                session.Add(record, added, "synthetic");
                bar.Report(++added, rows);
            }
        }

        Console.Error.WriteLine("writing partitions");
        var summary = session.Commit(cancellation);
        Console.WriteLine(FormattableString.Invariant($"{added} more rows in {summary.TouchedPartitions.Count} nights; snapshot {summary.ManifestNumber} is current"));
    }

    /// <summary>The same table, saying of itself that its rows are invented.</summary>
    private static Table Labelled(Table table) => new(table.Schema, table.Name, table.Columns)
    {
        Description = SyntheticTwin.Notice,
        Utype = table.Utype,
        KeyColumn = table.KeyColumn,
        UtDateColumn = table.UtDateColumn,
        Position = table.Position,
    };
}
