namespace Archive.Engine.Execution;

/// <summary>
/// Lets a bounded number in at once and a bounded number wait. Those who wait are let in by turns, one of each client, so that a client with hundreds of
/// requests delays another client's one by a single turn. Callable from any thread.
/// </summary>
/// <param name="places">How many may be inside at once.</param>
/// <param name="placesPerClient">How many of them one client may hold; what it asks beyond that waits, also where there is room: for the next client.</param>
/// <param name="queue">How many may wait. One client may take three quarters of it.</param>
public sealed class FairGate(int places, int placesPerClient, int queue)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, GateClient> clients = [];

    /// <summary>Clients with turns that wait, the one whose turn is next first.</summary>
    private readonly LinkedList<GateClient> rotation = [];

    private int inside;
    private int waiting;

    /// <summary>How many are inside.</summary>
    public int Inside
    {
        get { lock (gate) return inside; }
    }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get { lock (gate) return waiting; }
    }

    /// <summary>Takes a place or, where there is none, a place in the queue.</summary>
    /// <param name="client">Whoever asks; the same word for all that shall share.</param>
    /// <returns>The turn, to be disposed when its work is done or given up; null where the queue, or the client's part of it, is full.</returns>
    public GateTurn? Ask(string client)
    {
        lock (gate)
        {
            if (!clients.TryGetValue(client, out var asking)) clients.Add(client, asking = new GateClient(client));
            var turn = new GateTurn(this, asking);
            if (inside < places && asking.Inside < placesPerClient) Admit(turn);
            else if (waiting < queue && asking.Waiting.Count < queue - (queue / 4)) Line(turn);
            else turn = null;
            Forget(asking);
            return turn;
        }
    }

    internal void Leave(GateTurn turn)
    {
        lock (gate)
        {
            if (turn.Place is { } place)
            {
                turn.Client.Waiting.Remove(place);
                turn.Place = null;
                waiting--;
                if (turn.Client.Waiting.Count == 0) rotation.Remove(turn.Client);
            }
            else
            {
                turn.Client.Inside--;
                inside--;
                AdmitNext();
            }

            Forget(turn.Client);
        }
    }

    private void Admit(GateTurn turn)
    {
        inside++;
        turn.Client.Inside++;
        turn.Open();
    }

    private void Line(GateTurn turn)
    {
        waiting++;
        turn.Place = turn.Client.Waiting.AddLast(turn);
        if (turn.Client.Waiting.Count == 1) rotation.AddLast(turn.Client);
    }

    private void AdmitNext()
    {
        for (var client = rotation.First; client is not null && inside < places; client = client.Next)
        {
            if (client.Value.Inside >= placesPerClient) continue;
            var turn = client.Value.Waiting.First!.Value;
            client.Value.Waiting.RemoveFirst();
            turn.Place = null;
            waiting--;
            rotation.Remove(client);
            if (turn.Client.Waiting.Count > 0) rotation.AddLast(turn.Client);
            Admit(turn);
            return;
        }
    }

    private void Forget(GateClient client)
    {
        if (client is { Inside: 0, Waiting.Count: 0 }) clients.Remove(client.Name);
    }
}
