namespace Archive.Engine.Execution;

/// <summary>A place at a <see cref="FairGate"/>, or the wait for one; disposing it gives either up.</summary>
public sealed class GateTurn : IDisposable
{
    private readonly FairGate gate;
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isLeft;

    internal GateTurn(FairGate gate, GateClient client)
    {
        this.gate = gate;
        Client = client;
    }

    internal GateClient Client { get; }

    /// <summary>Where it stands in its client's line; null when it is inside.</summary>
    internal LinkedListNode<GateTurn>? Place { get; set; }

    /// <summary>Ends when there is a place.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before. The turn still has to be disposed.</exception>
    public Task WaitAsync(CancellationToken cancellation) => opened.Task.WaitAsync(cancellation);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isLeft, 1) == 0) gate.Leave(this);
    }

    internal void Open() => opened.SetResult();
}

/// <summary>A client at a <see cref="FairGate"/>, known for as long as it is inside or waits.</summary>
internal sealed class GateClient(string name)
{
    public string Name { get; } = name;

    public int Inside { get; set; }

    /// <summary>Its turns that wait, the oldest first.</summary>
    public LinkedList<GateTurn> Waiting { get; } = [];
}
