using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Archive.Bench.Crossmatch;

/// <summary><c>crossmatch</c>: two catalogues of millions of positions joined by distance, as the archive joins them.</summary>
internal static class CrossmatchCommand
{
    private const double RadiusDegrees = 1.0 / 3600;

    /// <summary>How many of the left table's rows are compared with all of the right one's, to see that no pair is missing and none too many.</summary>
    private const int CheckedRows = 100;

    public static Command Create()
    {
        var left = new Option<int>("--left") { Description = "Rows of one table.", DefaultValueFactory = _ => 1_000_000 };
        var right = new Option<int>("--right") { Description = "Rows of the other.", DefaultValueFactory = _ => 10_000_000 };
        var command = new Command("crossmatch", "Join two catalogues at 1 arcsecond, at an eighth of the size, a quarter, a half and the whole; check pairs by brute force.") { left, right };
        command.SetAction(parsed => Measure(parsed.GetValue(left), parsed.GetValue(right)));
        return command;
    }

    private static int Measure(int left, int right)
    {
        Console.WriteLine("left\tright\tpairs\tseconds\tmicroseconds a row");
        foreach (var part in new[] { 8, 4, 2, 1 })
        {
            using var catalogues = new Catalogues(left / part, right / part);
            var start = Stopwatch.GetTimestamp();
            var pairs = catalogues.CountPairs(RadiusDegrees);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left / part}\t{right / part}\t{pairs}\t{seconds:F2}\t{1e6 * seconds / ((left + right) / part):F3}"));
            if (part > 1) continue;
            var (joined, compared) = (catalogues.PairsOfFirst(CheckedRows, RadiusDegrees), catalogues.PairsByBruteForce(CheckedRows, RadiusDegrees));
            if (!joined.SequenceEqual(compared))
            {
                Console.Error.WriteLine($"The join finds {joined.Count} pairs of the first {CheckedRows} rows, brute force {compared.Count}.");
                return 1;
            }

            Console.WriteLine($"pairs of the first {CheckedRows} rows, as by brute force\t{joined.Count}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process, tables included\t{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;
    }
}
