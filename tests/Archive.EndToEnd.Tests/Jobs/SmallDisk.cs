namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>A small disk that can be filled and emptied.</summary>
internal sealed class SmallDisk(string root)
{
    private const int BlockBytes = 4096;

    private string Ballast => Path("ballast");

    public string Path(string relativePath) => System.IO.Path.Combine(root, relativePath);

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

    public void MakeRoom() => File.Delete(Ballast);
}
