using System.Globalization;
using System.Text;

namespace Archive.Tap.Tests.Hostile;

/// <summary>Requests as bytes, each character one byte, after which the connection is closed.</summary>
internal static class RequestBytes
{
    public static byte[] Ask(string method, string path) => Latin($"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public static byte[] Get(string path) => Latin($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    public static byte[] Form(string path, string body) => Post(path, "application/x-www-form-urlencoded", body);

    public static byte[] Post(string path, string contentType, string body) =>
        Latin(string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));

    public static byte[] Chunks(string path, string contentType, string chunks) =>
        Latin($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{chunks}");

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
