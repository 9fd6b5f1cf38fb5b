using System.Globalization;
using System.Text;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Tests;

/// <summary>Numbers, days and instants by the thousand, against .NET's own formatting.</summary>
public sealed class NumberTextTests
{
    private const int Seed = 20040824;

    [Fact]
    public void Doubles_are_the_shortest_decimals_that_read_back()
    {
        var random = new Random(Seed);
        var values = new List<double> { 1e-4, Math.BitDecrement(1e-4), 1e6, Math.BitDecrement(1e6), 999_999.999999999, 999_999.9999999999, 0.1 + 0.2, double.Epsilon, -0.0 };
        for (var i = 0; i < 100_000; i++)
        {
            // Decimals of any length and size, as catalogues hold them; their neighbours, which need 16 or 17 digits; and any bits at all.
            var scale = Math.Pow(10, random.Next(0, 12));
            var number = Math.Round(random.NextDouble() * Math.Pow(10, random.Next(0, 16))) / scale * (random.Next(2) == 0 ? 1 : -1);
            values.AddRange([number, Math.BitIncrement(number), Math.BitDecrement(number)]);
            var any = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(any)) values.Add(any);
        }

        AssertLines(values.ToArray(), DuckDbType.Double, "double", value => value.ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_day_of_the_years_1_to_9999()
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        var days = Enumerable.Range(DateOnly.MinValue.DayNumber - epoch, DateOnly.MaxValue.DayNumber + 1).ToArray();
        AssertLines(days, DuckDbType.Date, "char 10 timestamp", day => DateOnly.FromDayNumber(day + epoch).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Instants_of_the_years_1_to_9999()
    {
        var random = new Random(Seed);
        var first = (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var last = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        long[] roundTo = [1, 1000, 1_000_000, 60_000_000, 86_400_000_000];
        var instants = Enumerable.Range(0, 200_000).Select(i => random.NextInt64(first / 86_400_000_000, last / roundTo[i % 5]) * roundTo[i % 5]).Where(instant => instant >= first).Append(first).Append(last).ToArray();
        AssertLines(instants, DuckDbType.Timestamp, "char * timestamp", instant =>
        {
            var time = DateTime.UnixEpoch.AddTicks(instant * TimeSpan.TicksPerMicrosecond);
            var fraction = time.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? ".fff" : ".ffffff";
            return time.ToString("yyyy-MM-ddTHH:mm:ss" + fraction, CultureInfo.InvariantCulture);
        });
    }

    private static void AssertLines<T>(T[] values, DuckDbType type, string columnType, Func<T, string> expected)
        where T : unmanaged
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE t(v {type})");
        using (var appender = new TableAppender(connection, null, "t", [type]))
        {
            foreach (var chunk in values.Chunk(DataChunk.Capacity))
            {
                chunk.CopyTo(appender.Column(0).Values<T>());
                appender.Append(chunk.Length);
            }

            appender.Complete();
        }

        var document = Rendering.Render(connection, "tsv", "SELECT v FROM t", [Rendering.Column("v", columnType)]);
        var lines = Encoding.UTF8.GetString(document).Split('\n');
        Assert.Equal(values.Length + 2, lines.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (lines[i + 1] != expected(values[i])) Assert.Fail($"{expected(values[i])} was written as {lines[i + 1]}");
        }
    }
}
