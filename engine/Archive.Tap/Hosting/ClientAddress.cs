using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>Tells clients apart by where their requests come from; behind a trusted proxy that is what X-Forwarded-For says.</summary>
internal static class ClientAddress
{
    /// <summary>Bytes of an IPv6 address that name a network. Whoever has one address of it mostly has them all.</summary>
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/{8 * NetworkBytes}";
    }

    public static bool IsThisMachine(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
