using System.Diagnostics;

namespace Archive.Tools;

/// <summary>One line on standard error that shows how far a long work is; nothing where standard error isn't a terminal.</summary>
internal sealed class ProgressBar(string unit) : IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly bool isShown = !Console.IsErrorRedirected;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private TimeSpan lastShown = TimeSpan.MinValue;
    private bool hasLine;

    /// <param name="done">Work done so far.</param>
    /// <param name="total">All there is to do; 0 where that isn't known yet.</param>
    public void Report(long done, long total)
    {
        if (!isShown) return;
        lock (gate)
        {
            var now = sinceStart.Elapsed;
            if (now - lastShown < Period && done != total) return;
            lastShown = now;
            hasLine = true;
            var rate = done / Math.Max(now.TotalSeconds, 0.001);
            var filled = total > 0 ? (int)(Width * Math.Min(done, total) / total) : 0;
            var bar = total > 0 ? $"[{new string('#', filled)}{new string('.', Width - filled)}] {done:N0} of {total:N0}" : $"{done:N0}";
            var left = total > done && rate > 0 ? $", {TimeSpan.FromSeconds((total - done) / rate):h\\:mm\\:ss} left" : "";
            Console.Error.Write(FormattableString.Invariant($"\r{bar} {unit}, {rate:N0}/s{left}   "));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (hasLine) Console.Error.WriteLine();
            hasLine = false;
        }
    }
}
