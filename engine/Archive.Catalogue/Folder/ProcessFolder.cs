namespace Archive.Catalogue.Folder;

/// <summary>
/// This process's folder for what waits on the disk while a result or an upload is made. It lies in the system's folder for such, can be read by this user only, and goes
/// with the process; what a killed process left, the next one removes.
/// </summary>
public static class ProcessFolder
{
    private const string Prefix = "archive-process-";
    private const string LockSuffix = ".lock";

    private static readonly Lazy<Held> Current = new(Make);

    /// <exception cref="IOException">It can't be made.</exception>
    public static string Path => Current.Value.Folder;

    /// <summary>A path in the folder that nothing else has.</summary>
    public static string NewPath() => System.IO.Path.Combine(Path, System.IO.Path.GetRandomFileName());

    private static Held Make()
    {
        var place = System.IO.Path.GetTempPath();
        RemoveAbandoned(place);
        while (true)
        {
            var folder = System.IO.Path.Combine(place, Prefix + Guid.NewGuid().ToString("N"));
            // The lock is there before the folder, so that no folder seems abandoned while it is made.
            if (TryLock(folder, FileMode.CreateNew) is not { } hold) continue;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder, hold);
            return new Held(folder, hold);
        }
    }

    /// <summary>The system lets go of a process's locks, however it ends.</summary>
    private static void RemoveAbandoned(string place)
    {
        foreach (var file in Directory.EnumerateFiles(place, Prefix + "*" + LockSuffix))
        {
            var folder = file[..^LockSuffix.Length];
            if (TryLock(folder, FileMode.Open) is { } hold) Remove(folder, hold);
        }
    }

    /// <returns>Null where another process has it, or where it isn't ours to open.</returns>
    private static FileStream? TryLock(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(folder + LockSuffix, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (mode == FileMode.Open ? error is IOException or UnauthorizedAccessException : error is IOException && File.Exists(folder + LockSuffix))
        {
            return null;
        }
    }

    private static void Remove(string folder, FileStream hold)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            hold.Dispose();
            File.Delete(hold.Name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next process tries again.
            hold.Dispose();
        }
    }

    /// <summary>The folder, and the lock that says that it is in use.</summary>
    private sealed record Held(string Folder, FileStream Lock);
}
