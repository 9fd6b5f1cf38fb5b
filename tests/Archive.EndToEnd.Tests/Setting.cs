using System.Globalization;

namespace Archive.EndToEnd.Tests;

/// <summary>How often, or from which seed: numbers that the environment may set.</summary>
internal static class Setting
{
    public static int Of(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
