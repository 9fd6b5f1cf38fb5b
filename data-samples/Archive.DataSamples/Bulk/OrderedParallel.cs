namespace Archive.DataSamples.Bulk;

/// <summary>Does work on several threads and hands the results out in the order of the input, a few at a time.</summary>
internal static class OrderedParallel
{
    /// <summary>Never more than one result per processor, and one more, is in memory besides the one that is being used.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<TResult> Run<TInput, TResult>(IEnumerable<TInput> inputs, Func<TInput, TResult> work, CancellationToken cancellation)
    {
        var running = new Queue<Task<TResult>>();
        foreach (var input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            running.Enqueue(Task.Run(() => work(input), cancellation));
            if (running.Count > Environment.ProcessorCount) yield return running.Dequeue().GetAwaiter().GetResult();
        }

        while (running.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }
}
