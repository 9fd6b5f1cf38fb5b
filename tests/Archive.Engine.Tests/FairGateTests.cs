using Archive.Engine.Execution;

namespace Archive.Engine.Tests;

public class FairGateTests
{
    [Fact]
    public void Clients_take_turns_whoever_asked_first()
    {
        var gate = new FairGate(places: 1, placesPerClient: 1, queue: 100);
        var order = new List<string>();
        var running = gate.Ask("many")!;
        var waiting = Enumerable.Range(0, 5).Select(number => (Name: $"many {number}", Turn: gate.Ask("many")!)).ToList();
        waiting.Add(("few 0", gate.Ask("few")!));
        waiting.Add(("few 1", gate.Ask("few")!));
        waiting.Add(("one 0", gate.Ask("one")!));
        running.Dispose();
        while (waiting.Count > 0)
        {
            var next = waiting.Single(waiter => waiter.Turn.WaitAsync(CancellationToken.None).IsCompleted);
            waiting.Remove(next);
            order.Add(next.Name);
            next.Turn.Dispose();
        }

        Assert.Equal(["many 0", "few 0", "one 0", "many 1", "few 1", "many 2", "many 3", "many 4"], order);
        Assert.Equal((0, 0), (gate.Inside, gate.Waiting));
    }

    [Fact]
    public void A_client_over_its_share_waits_while_there_is_room_for_the_next()
    {
        var gate = new FairGate(places: 4, placesPerClient: 3, queue: 8);
        var held = Enumerable.Range(0, 4).Select(_ => gate.Ask("greedy")!).ToList();
        Assert.Equal([true, true, true, false], held.Select(IsInside));
        using var other = gate.Ask("other")!;
        Assert.True(IsInside(other));
        held[0].Dispose();
        Assert.True(IsInside(held[3]));
        for (var i = 0; i < 6; i++) Assert.NotNull(gate.Ask("greedy"));
        Assert.Null(gate.Ask("greedy"));
        Assert.NotNull(gate.Ask("other"));
        Assert.NotNull(gate.Ask("third"));
        Assert.Null(gate.Ask("fourth"));
    }

    /// <summary>Many threads enter, give up and leave at random; none is ever lost, and no bound is ever passed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_is_lost_when_many_come_leave_and_give_up(int seed)
    {
        var gate = new FairGate(places: 3, placesPerClient: 2, queue: 1000);
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            var random = new Random((seed * 100) + worker);
            for (var i = 0; i < 200; i++)
            {
                using var patience = new CancellationTokenSource();
                using var turn = gate.Ask($"client {worker % 4}")!;
                if (random.Next(3) == 0) patience.CancelAfter(random.Next(3));
                try
                {
                    await turn.WaitAsync(patience.Token);
                }
                catch (OperationCanceledException)
                {
                    continue;
                }

                Assert.InRange(Interlocked.Increment(ref inside), 1, 3);
                if (random.Next(4) == 0) await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        })));
        Assert.Equal((0, 0), (gate.Inside, gate.Waiting));
    }

    private static bool IsInside(GateTurn turn) => turn.WaitAsync(CancellationToken.None).IsCompleted;
}
