using System.Globalization;

namespace Archive.Bench.Service;

/// <summary>The resident memory of a server process on this machine, looked at again and again until disposed. Linux only: it reads /proc.</summary>
internal sealed class ServerMemory : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly string statusFile;
    private readonly Timer? timer;
    private long peakKilobytes;

    /// <param name="processId">The server; null where its memory isn't to be watched.</param>
    public ServerMemory(int? processId)
    {
        statusFile = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status");
        if (processId is not null) timer = new Timer(_ => Look(), null, TimeSpan.Zero, Period);
    }

    /// <summary>The most that was seen, in megabytes; 0 where nothing was watched.</summary>
    public long PeakMegabytes => Interlocked.Read(ref peakKilobytes) >> 10;

    /// <summary>What it is now, in megabytes; 0 where nothing is watched.</summary>
    public long Megabytes => timer is null ? 0 : Read() >> 10;

    public void Forget() => Interlocked.Exchange(ref peakKilobytes, 0);

    public void Dispose() => timer?.Dispose();

    private void Look()
    {
        var now = Read();
        if (now > Interlocked.Read(ref peakKilobytes)) Interlocked.Exchange(ref peakKilobytes, now);
    }

    private long Read() => File.Exists(statusFile)
        && File.ReadLines(statusFile).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var kilobytes)
            ? kilobytes : 0;
}
