namespace Archive.Tools;

/// <summary>Hands reports on at once, on the thread that makes them, so that none comes after the work is done.</summary>
internal sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
