using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Archive.Bench.Data;

namespace Archive.Bench.ConeSizes;

/// <summary><c>cone-sizes</c>: what a cone of about a thousand rows costs in a small table and in a large one, both in the order of the sky.</summary>
internal static class ConeSizesCommand
{
    private const int RowsOfCone = 1000;
    private const int WarmUps = 50;
    private const int Cones = 200;
    private const int Seed = 20040824;

    public static Command Create()
    {
        var rows = new Option<int[]>("--rows") { Description = "Rows of each table; 100,000,000 take some 5 GB of disk.", DefaultValueFactory = _ => [1_000_000, 100_000_000] };
        var command = new Command("cone-sizes", "Search tables of different sizes for cones of about 1,000 rows: the same one again and again, and one at another place each time.") { rows };
        command.SetAction(parsed => Measure(parsed.GetRequiredValue(rows)));
        return command;
    }

    private static int Measure(int[] sizes)
    {
        Console.WriteLine("rows\tfile MB\tsame cone ms\tcones anywhere ms (median, ninth decile)\trows of a cone");
        foreach (var size in sizes)
        {
            using var folder = new ScratchFolder();
            using var table = new SkyTable(folder.Path, size);
            var megabytes = new DirectoryInfo(folder.Path).EnumerateFiles().Sum(file => file.Length) >> 20;
            // The cap that holds this share of an even sphere.
            var radiusDegrees = Math.Acos(1 - (2.0 * RowsOfCone / size)) * (180 / Math.PI);
            var same = Times(table, radiusDegrees, _ => (150, 20), out _);
            var random = new Random(Seed);
            var anywhere = Times(table, radiusDegrees, _ => (360 * random.NextDouble(), Math.Asin((2 * random.NextDouble()) - 1) * (180 / Math.PI)), out var found);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}\t{megabytes}\t{same[Cones / 2]:F2}\t{anywhere[Cones / 2]:F2} {anywhere[Cones * 9 / 10]:F2}\t{found}"));
        }

        return 0;
    }

    /// <returns>Milliseconds of each cone after the warm-up, sorted.</returns>
    private static double[] Times(SkyTable table, double radiusDegrees, Func<int, (double Ra, double Dec)> place, out int rows)
    {
        var times = new double[Cones];
        rows = 0;
        for (var cone = -WarmUps; cone < Cones; cone++)
        {
            var (ra, dec) = place(cone);
            var start = Stopwatch.GetTimestamp();
            rows = table.Cone(ra, dec, radiusDegrees);
            if (cone >= 0) times[cone] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}
