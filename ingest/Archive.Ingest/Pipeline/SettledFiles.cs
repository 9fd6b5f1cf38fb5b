namespace Archive.Ingest.Pipeline;

/// <summary>
/// Which files are whole: those whose size and modification time were the same at two looks that are as far apart as is asked for. The clock is this machine's own, so
/// that another one's, on a network file system, doesn't matter. For one thread.
/// </summary>
/// <param name="quiet">How long a file must have stayed as it is.</param>
/// <param name="clock">The time.</param>
internal sealed class SettledFiles(TimeSpan quiet, TimeProvider clock)
{
    private readonly Dictionary<ulong, Look> _waiting = [];

    /// <summary>Looks at a file that is to be read.</summary>
    /// <returns>True if it may be read now.</returns>
    public bool IsSettled(ulong pathHash, long size, long modified)
    {
        var now = clock.GetTimestamp();
        var isAsBefore = _waiting.TryGetValue(pathHash, out var former) && former.Size == size && former.Modified == modified;
        if (isAsBefore && clock.GetElapsedTime(former.Since, now) >= quiet)
        {
            _waiting.Remove(pathHash);
            return true;
        }

        _waiting[pathHash] = new Look(size, modified, isAsBefore ? former.Since : now, now);
        return false;
    }

    /// <summary>Forgets files that nobody has met since: they are gone.</summary>
    public void ForgetBefore(long timestamp)
    {
        foreach (var (pathHash, look) in _waiting)
        {
            if (look.Last < timestamp) _waiting.Remove(pathHash);
        }
    }

    private readonly record struct Look(long Size, long Modified, long Since, long Last);
}
