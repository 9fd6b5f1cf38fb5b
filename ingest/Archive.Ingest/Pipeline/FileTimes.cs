using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// Size and modification time of the files of one folder; of a link, those of what it leads to. On Linux by <c>statx</c> relative to the open folder: .NET's own way
/// takes the path from the root for each file and four times as long.
/// </summary>
internal sealed partial class FileTimes : IDisposable
{
    /// <summary>O_RDONLY and O_CLOEXEC; STATX_SIZE and STATX_MTIME.</summary>
    private const int ReadOnly = 0x80000, SizeAndTime = 0x200 | 0x40;
    private const int SizeOffset = 40, SecondsOffset = 112, NanosecondsOffset = 120, StructureLength = 256;

    private readonly string _folder;
    private readonly SafeFileHandle? _directory;
    private readonly byte[] _structure = new byte[StructureLength];
    private readonly byte[] _name = new byte[4096];

    public FileTimes(string folder)
    {
        _folder = folder;
        if (OperatingSystem.IsLinux()) _directory = Open(folder, ReadOnly);
    }

    /// <param name="name">Name of a file in the folder, UTF-8.</param>
    /// <returns>Bytes, and microseconds since 1970-01-01 UTC; -1 and 0 where the file is gone or can't be asked.</returns>
    public (long Size, long Modified) Of(ReadOnlySpan<byte> name)
    {
        if (_directory is null or { IsInvalid: true }) return Of(Path.Combine(_folder, Encoding.UTF8.GetString(name)));
        name.CopyTo(_name);
        _name[name.Length] = 0;
        return Status(_directory, ref _name[0], 0, SizeAndTime, ref _structure[0]) == 0
            ? (BitConverter.ToInt64(_structure, SizeOffset), (BitConverter.ToInt64(_structure, SecondsOffset) * 1_000_000) + (BitConverter.ToUInt32(_structure, NanosecondsOffset) / 1000))
            : (-1, 0);
    }

    public void Dispose() => _directory?.Dispose();

    private static (long Size, long Modified) Of(string path)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
        return file.Exists ? (file.Length, (file.LastWriteTimeUtc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond) : (-1, 0);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int Status(SafeFileHandle directory, ref byte name, int flags, int mask, ref byte structure);
}
