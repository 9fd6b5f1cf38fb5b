using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// Work on pieces by as many threads as there are processors. A piece is taken only when a thread is free for it; the first fault of any
/// thread ends the work and comes out as it was thrown. Cancelled, it ends when the pieces that were begun are done.
/// </summary>
internal static class ParallelWork
{
    private const int MostThreads = 8;

    public static void ForEach<TPiece>(IEnumerable<TPiece> pieces, Action<TPiece> work, CancellationToken cancellation) =>
        Unwrap(() => Parallel.ForEach(OneByOne(pieces), Options(cancellation), work));

    /// <summary>The same where each thread has something of its own, which it disposes in the end.</summary>
    public static void ForEach<TPiece, TOwn>(IEnumerable<TPiece> pieces, Func<TOwn> start, Action<TPiece, TOwn> work, CancellationToken cancellation)
        where TOwn : IDisposable =>
        Unwrap(() => Parallel.ForEach(OneByOne(pieces), Options(cancellation), start,
            (piece, _, own) =>
            {
                work(piece, own);
                return own;
            },
            own => own.Dispose()));

    private static OrderablePartitioner<TPiece> OneByOne<TPiece>(IEnumerable<TPiece> pieces) =>
        Partitioner.Create(pieces, EnumerablePartitionerOptions.NoBuffering);

    private static ParallelOptions Options(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostThreads), CancellationToken = cancellation };

    private static void Unwrap(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }
    }
}
