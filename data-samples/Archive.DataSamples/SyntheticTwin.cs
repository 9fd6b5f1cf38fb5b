using Archive.DataSamples.Bulk;
using Archive.DataSamples.Files;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Targets;
using Archive.DataSamples.Tutorial;
using Archive.Ingest.Translation;

namespace Archive.DataSamples;

/// <summary>
/// A synthetic twin of KOA's table <c>koa_hires</c>: invented observations with HIRES from 1993 to 2025 on which KOA's published tutorial counts the very rows that it prints. The rows
/// that the tutorial selects come as FITS files, the rest as records, both through ingest's translation of headers.
/// </summary>
public sealed class SyntheticTwin
{
    /// <summary>What an archive or a table with these rows must say of itself.</summary>
    public const string Notice =
        "SYNTHETIC data: no row was ever observed. Counts, identifiers and printed values of KOA's published TAP tutorial are reproduced, all else is invented.";

    private readonly SyntheticTwinOptions _options;
    private readonly ProgrammeList _programmes;
    private readonly TutorialFrames _tutorial;

    /// <exception cref="ArgumentOutOfRangeException">The number of rows is less than the tutorial selects, or too large.</exception>
    public SyntheticTwin(SyntheticTwinOptions? options = null)
    {
        _options = options ?? new SyntheticTwinOptions();
        if (_options.Rows < TutorialSets.SelectedRows || _options.Rows > SyntheticTwinOptions.MostRows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), _options.Rows, $"A twin has {TutorialSets.SelectedRows} rows, which the tutorial selects, to {SyntheticTwinOptions.MostRows}.");
        }

        _programmes = new ProgrammeList(new TargetList(_options.Seed), _options.Seed);
        _tutorial = new TutorialFrames(_programmes, _options.Seed);
    }

    /// <summary>
    /// Writes the rows that the tutorial selects as FITS files, in folders named by UT date, and a folder <c>damaged</c> of files that can't be ingested. Files that are
    /// there already are overwritten.
    /// </summary>
    /// <param name="folder">The folder; made if missing.</param>
    /// <param name="progress">Is told the number of files so far.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="IOException">The files can't be written.</exception>
    public FitsFolderReport WriteFitsFiles(string folder, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        long bytes = 0;
        var files = 0;
        foreach (var frame in _tutorial.All)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes += FitsFolder.Write(frame, folder);
            files++;
            progress?.Report(files);
        }

        var sound = _tutorial.All.Last(frame => frame.Night.IsMosaic);
        return new FitsFolderReport(files, _tutorial.All.Count(FitsFolder.IsCompressed), DamagedFiles.Write(sound, folder), bytes);
    }

    /// <summary>
    /// The other rows, in the order of UT date and koaid, nights that no file belongs to. Made on all processors while they are
    /// enumerated; memory holds a few nights at most.
    /// </summary>
    public IEnumerable<ObservationRecord> Bulk(CancellationToken cancellation = default)
    {
        var rows = new BulkRows();
        var nights = NightCalendar.Plan(_options.Rows - TutorialSets.SelectedRows, _tutorial.Owns, _programmes, _options.Seed);
        return OrderedParallel.Run(nights, night => rows.Make(night.Night, night.Frames), cancellation).SelectMany(night => night);
    }
}

/// <summary>What <see cref="SyntheticTwin.WriteFitsFiles"/> wrote.</summary>
/// <param name="Files">Sound files, one row each.</param>
/// <param name="CompressedFiles">How many of them are gzipped.</param>
/// <param name="DamagedFiles">Files that an ingest must refuse.</param>
/// <param name="Bytes">Bytes of the sound files.</param>
public sealed record FitsFolderReport(int Files, int CompressedFiles, int DamagedFiles, long Bytes);
