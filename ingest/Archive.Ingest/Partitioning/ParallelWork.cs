using System.Collections.Concurrent;

namespace Archive.Ingest.Partitioning;

/// <summary>Work on pieces by as many threads as there are processors, each with something of its own that it disposes in the end.</summary>
internal static class ParallelWork
{
    private const int MostThreads = 8;

    /// <summary>Does the work on every piece; a piece is taken only when a thread is free for it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; pieces that were begun are finished.</exception>
    /// <exception cref="Exception">The first fault of any thread, as it was thrown.</exception>
    public static void ForEach<TPiece, TOwn>(IEnumerable<TPiece> pieces, Func<TOwn> start, Action<TPiece, TOwn> work, CancellationToken cancellation)
        where TOwn : IDisposable
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostThreads), CancellationToken = cancellation };
            Parallel.ForEach(Partitioner.Create(pieces, EnumerablePartitionerOptions.NoBuffering), options, start,
                (piece, _, own) =>
                {
                    work(piece, own);
                    return own;
                },
                own => own.Dispose());
        }
        catch (AggregateException error)
        {
            var first = error.Flatten().InnerExceptions[0];
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }
}
