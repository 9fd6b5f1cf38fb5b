using System.Globalization;
using System.Text;

namespace Archive.Tap.Tests.Mirroring;

/// <summary>A table of observations as CSV: nights from 2004-08-20 on, so many rows each, with a key and a text that no fingerprint looks into.</summary>
internal sealed record Nights(int Count, int RowsPerNight)
{
    private static readonly DateOnly First = new(2004, 8, 20);

    /// <summary>Nights that are left out, from 0.</summary>
    public IReadOnlySet<int> Missing { get; init; } = new HashSet<int>();

    /// <summary>Nights whose second row has another remark.</summary>
    public IReadOnlySet<int> Remarked { get; init; } = new HashSet<int>();

    /// <summary>Nights that were written anew.</summary>
    public IReadOnlySet<int> Rewritten { get; init; } = new HashSet<int>();

    public static string Name(int night) => First.AddDays(night).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Csv()
    {
        var csv = new StringBuilder("koaid,date_obs,utdatetime,ra,dec,t1,t2,t3,t4,remark,elaptime,dqa_date\n");
        for (var night = 0; night < Count; night++)
        {
            for (var row = 0; row < RowsPerNight && !Missing.Contains(night); row++)
            {
                csv.Append(CultureInfo.InvariantCulture, $"HI.{night:000}.{row:00000},{Name(night)},{Name(night)}T{row / 60 % 24:00}:{row % 60:00}:07.5,");
                csv.Append(CultureInfo.InvariantCulture, $"{(row % 5 == 0 ? "" : (night * 7.3 + row) % 360)},{(row % 5 == 0 ? "" : row % 90 - 45.25)},a,b,\"c, \"\"d\"\"\",,{(row == 1 && Remarked.Contains(night) ? "changed" : row % 3 == 0 ? "" : "grün")},{row},");
                csv.Append(CultureInfo.InvariantCulture, $"{(Rewritten.Contains(night) ? "2026-01-01" : "2020-01-01")}T00:00:00\n");
            }
        }

        return csv.ToString();
    }
}
