using System.Globalization;
using Archive.Catalogue.Manifests;
using Archive.Tap.Errors;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Results;

/// <summary>
/// Writes a result into a file that appears under its name only when it is complete and on the disk: not even a failure of the machine's power leaves half of it there, and
/// disks that find out late that they are full have their say before.
/// </summary>
internal sealed class FileOutput : ResultOutput
{
    private readonly PooledBuffer buffer = new();
    private readonly string path;
    private readonly string temporaryPath;
    private readonly long maximumBytes;
    private readonly FileStream stream;

    public FileOutput(string path, long maximumBytes)
    {
        this.path = path;
        this.maximumBytes = maximumBytes;
        temporaryPath = AtomicFile.TemporaryNameFor(path);
        stream = new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public override int Held => buffer.Length;

    public override bool IsSeen => false;

    public override void Advance(int count) => buffer.Advance(count);

    public override Memory<byte> GetMemory(int sizeHint = 0) => buffer.GetMemory(sizeHint);

    /// <exception cref="TapException">The file would grow beyond what a job is granted.</exception>
    public override ValueTask SendAsync(CancellationToken cancellation)
    {
        if (Sent + buffer.Length > maximumBytes)
            throw TapException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"The result is larger than the {maximumBytes >> 20} MB that this service keeps of a job. Ask for fewer rows or columns, or use /sync."));
        Attempt(() => stream.Write(buffer.Written.Span));
        Sent += buffer.Length;
        buffer.Clear();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes the rest and gives the file its name.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await SendAsync(cancellation);
        Attempt(() => stream.Flush(flushToDisk: true));
        stream.Dispose();
        File.Move(temporaryPath, path, overwrite: true);
    }

    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (FullDisk.IsCause(error))
        {
            throw new TapException(StatusCodes.Status507InsufficientStorage, "The result can't be kept: the service's disk is full. Ask again when it has room, ask for less, or use /sync.", error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        buffer.Dispose();
        stream.Dispose();
        if (File.Exists(temporaryPath)) File.Delete(temporaryPath);
    }
}
