namespace Archive.Catalogue.Manifests;

/// <summary>Tells a disk without room, or a file that may not grow, from all else that goes wrong with files.</summary>
public static class FullDisk
{
    /// <summary>The numbers by which Linux, macOS and Windows tell it: no space, no quota, file too large.</summary>
    private static readonly int[] ErrorNumbers = OperatingSystem.IsWindows() ? [unchecked((int)0x80070070), unchecked((int)0x80070027)] : [28, OperatingSystem.IsMacOS() ? 69 : 122, 27];

    /// <summary>True where the error, or the one within it, was a want of room.</summary>
    public static bool IsCause(Exception error) => error switch
    {
        IOException => ErrorNumbers.Contains(error.HResult) || (error.InnerException is { } inner && IsCause(inner)),
        // So .NET tells that the file system, or a limit of the process, takes no file of this size.
        ArgumentOutOfRangeException { ParamName: "value" } => true,
        _ => false,
    };
}
