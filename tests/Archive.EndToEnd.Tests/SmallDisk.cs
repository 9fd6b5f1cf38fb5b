using System.Diagnostics;
using System.Globalization;

namespace Archive.EndToEnd.Tests;

/// <summary>A small disk that can be filled and emptied. It hides what lies in a folder, for those processes alone that are started on it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int BlockBytes = 4096;

    /// <summary>Files and folders that it can hold, whatever room there is.</summary>
    private const int Names = 10_000;

    private readonly Process keeper;
    private readonly string folder;

    private SmallDisk(Process keeper, string folder) => (this.keeper, this.folder) = (keeper, folder);

    /// <summary>Bytes that are left.</summary>
    public long Room => new DriveInfo(Path("")).AvailableFreeSpace;

    private string Ballast => Path("ballast");

    private string Stubs => Path("stubs");

    /// <summary>Mounts it, until it is disposed. Skips the test where the system doesn't let us.</summary>
    public static SmallDisk Mount(string folder, int megabytes)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs Linux' mount namespaces");
        const string mount = "mount -t tmpfs -o size=$1m,nr_inodes=$2 small \"$0\" && echo mounted && exec cat";
        var keeper = Process.Start(new ProcessStartInfo("unshare", ["-m", "bash", "-c", mount, folder, Text(megabytes), Text(Names)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var disk = new SmallDisk(keeper, folder);
        if (keeper.StandardOutput.ReadLine() == "mounted") return disk;
        disk.Dispose();
        throw new SkipException("may not mount a small disk");
    }

    /// <summary>Starts the command line where the folder is this disk.</summary>
    /// <param name="temporaryFolder">Where it keeps temporary files; null for the usual place.</param>
    /// <param name="arguments">Its arguments.</param>
    public ArchiveProcess Start(string? temporaryFolder, params string[] arguments) => ArchiveProcess.StartWhereMounted(keeper.Id, temporaryFolder, arguments);

    /// <summary>A place on it, as it is seen from outside.</summary>
    public string Path(string relativePath) => System.IO.Path.Combine($"/proc/{Text(keeper.Id)}/root{folder}", relativePath);

    /// <summary>Leaves no more than so much room.</summary>
    public void Fill(int leftKilobytes)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) ballast.Write(new byte[BlockBytes]);
        }
        catch (IOException)
        {
            ballast.SetLength(Math.Max(0, ballast.Length - (leftKilobytes << 10)));
        }
    }

    /// <summary>Leaves no room for another file or folder, be it empty; on most disks that needs a block.</summary>
    public void FillNames()
    {
        Directory.CreateDirectory(Stubs);
        try
        {
            for (var stub = 0; ; stub++) File.Create(System.IO.Path.Combine(Stubs, Text(stub))).Dispose();
        }
        catch (IOException)
        {
            // That was one too many.
        }
    }

    public void MakeRoom()
    {
        File.Delete(Ballast);
        if (Directory.Exists(Stubs)) Directory.Delete(Stubs, recursive: true);
    }

    public void Dispose()
    {
        keeper.Kill();
        keeper.WaitForExit();
        keeper.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
