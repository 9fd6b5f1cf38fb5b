using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Tap.Tests.Serving;

/// <summary>Sends bytes as they are, right or wrong, over a connection of their own.</summary>
internal static partial class RawClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The answer to some bytes; what came of it where the server hung up or let us wait.</summary>
    /// <param name="port">Port of a server on this machine.</param>
    /// <param name="request">The bytes.</param>
    /// <param name="hangsUp">Nothing more is to come, and the server is told so.</param>
    public static async Task<string> AskAsync(int port, byte[] request, bool hangsUp = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        var stream = socket.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            if (hangsUp) socket.Client.Shutdown(SocketShutdown.Send);
            var buffer = new byte[1 << 16];
            for (var count = await stream.ReadAsync(buffer, patience.Token); count > 0 && !IsComplete(answer.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString()); count = await stream.ReadAsync(buffer, patience.Token))
            {
                // Goes on until the answer is whole.
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The server hung up before it had read all, or lets us wait; what came before counts.
        }

        return answer.ToString();
    }

    /// <summary>A status of 4xx and the error's document; what isn't HTTP, or another version of it, Kestrel refuses itself, without a body.</summary>
    public static bool IsRefusal(string answer) => answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal) || (
        answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) && (answer.Contains("value=\"ERROR\">", StringComparison.Ordinal) || answer.Contains("Content-Length: 0\r\n", StringComparison.Ordinal)));

    private static bool IsComplete(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0 && ContentLength().Match(answer) is { Success: true } length && answer.Length - end - 4 >= int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("Content-Length: ([0-9]+)")]
    private static partial Regex ContentLength();
}
