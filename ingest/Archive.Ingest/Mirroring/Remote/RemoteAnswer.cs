using System.Globalization;
using System.Text;
using Archive.Formats.Reading;
using Archive.Formats.Streams;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>An answer whose first bytes were looked at. Its place among the requests at the same time is free when it is disposed.</summary>
internal sealed class RemoteAnswer : IDisposable
{
    private const int LookedAt = 16 << 10;

    private readonly PeekedStream _body;
    private readonly Action _release;

    public RemoteAnswer(int status, Uri address, Stream body, Action release)
    {
        (Status, Address, _release) = (status, address, release);
        _body = PeekedStream.Of(body, LookedAt);
        Head = Encoding.UTF8.GetString(_body.Start);
    }

    public int Status { get; }

    /// <summary>Where it came from, redirections followed.</summary>
    public Uri Address { get; }

    /// <summary>The whole answer, from its first byte; more than so many bytes are refused.</summary>
    public Stream Body(long maximumBytes) => new BoundedStream(_body, maximumBytes, () => new IngestException(string.Create(CultureInfo.InvariantCulture,
        $"An answer of the remote is longer than {maximumBytes >> 20} MB. Ask for fewer rows at once: --rows-per-job N, or for fewer columns: --columns NAMES.")));

    /// <summary>What it begins with, as text.</summary>
    public string Head { get; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Goes on only if it isn't an error; one is disposed.</summary>
    /// <exception cref="RemoteRefusalException">It is one.</exception>
    public RemoteAnswer Demanded()
    {
        var message = ErrorText.Find(Head);
        if (IsSuccess && message is null) return this;
        Dispose();
        throw new RemoteRefusalException(message ?? FormattableString.Invariant($"{ErrorText.Of(Head)} (HTTP {Status})"), Status);
    }

    public void Dispose() => _release();
}
