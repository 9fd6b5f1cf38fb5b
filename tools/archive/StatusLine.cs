namespace Archive.Tools;

/// <summary>Tells what a long work is at: on a terminal in one line that changes, elsewhere a line for each new stage.</summary>
internal sealed class StatusLine : IDisposable
{
    private readonly Lock gate = new();
    private string stage = "";
    private int width;

    /// <param name="message">The stage, and after a colon how far it is.</param>
    public void Show(string message)
    {
        lock (gate)
        {
            var newStage = message.Split(':', 2)[0];
            if (!Console.IsErrorRedirected) Console.Error.Write("\r" + message.PadRight(width));
            else if (newStage != stage) Console.Error.WriteLine(newStage);
            (stage, width) = (newStage, message.Length);
        }
    }

    public void Dispose()
    {
        if (width > 0 && !Console.IsErrorRedirected) Console.Error.WriteLine();
    }
}
