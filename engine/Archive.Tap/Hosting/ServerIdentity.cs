using System.Reflection;

namespace Archive.Tap.Hosting;

/// <summary>How the server names itself.</summary>
internal static class ServerIdentity
{
    public static string Version { get; } = typeof(ServerIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Name and version, as the header Server has them.</summary>
    public static string Product { get; } = $"archive/{Version}";
}
