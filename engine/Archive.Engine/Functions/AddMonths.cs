using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions;

/// <summary>TIMESTAMP of (time, months): the same day and time so many months later, the last day of a month where the time is on a last day or the month is too short. Null beyond the years 1 to 9999.</summary>
internal sealed class AddMonths : ScalarFunction
{
    public override string Name => "add_months";

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Timestamp, DuckDbType.BigInt];

    public override SqlType ReturnType => DuckDbType.Timestamp;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var times = arguments[0];
        var months = arguments[1];
        var sums = result.Values<long>();
        for (var row = 0; row < sums.Length; row++)
        {
            if (times.IsNull(row) || months.IsNull(row)) continue;
            if (TryAdd(times.Values<long>()[row], months.Values<long>()[row], out sums[row])) continue;
            result.SetNull(row);
        }
    }

    private static bool TryAdd(long microseconds, long months, out long sum)
    {
        sum = 0;
        if (months is < -12 * 9999 or > 12 * 9999 || microseconds < (DateTime.MinValue - DateTime.UnixEpoch).TotalMicroseconds || microseconds > (DateTime.MaxValue - DateTime.UnixEpoch).TotalMicroseconds - 1) return false;
        var time = DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        var month = (time.Year * 12L) + time.Month - 1 + months;
        var year = Math.DivRem(month, 12, out var monthOfYear);
        if (year is < 1 or > 9999) return false;
        var lastDay = DateTime.DaysInMonth((int)year, (int)monthOfYear + 1);
        var day = time.Day == DateTime.DaysInMonth(time.Year, time.Month) ? lastDay : Math.Min(time.Day, lastDay);
        sum = (new DateTime((int)year, (int)monthOfYear + 1, day).Ticks + time.TimeOfDay.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        return true;
    }
}
