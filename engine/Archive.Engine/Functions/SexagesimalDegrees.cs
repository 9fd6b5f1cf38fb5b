using System.Text;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Sexagesimals;

namespace Archive.Engine.Functions;

/// <summary>DOUBLE of (text): degrees of an angle in base 60; null where the text is none. Besides what <see cref="Sexagesimal"/> reads: 033445.4, and 3h34m45.4s or 42d9m6.768s in any case.</summary>
internal sealed class SexagesimalDegrees : ScalarFunction
{
    private const int LongestText = 40;

    private readonly char unit;
    private readonly Reader reader;

    private SexagesimalDegrees(string name, char unit, Reader reader)
    {
        Name = name;
        this.unit = unit;
        this.reader = reader;
    }

    private delegate bool Reader(ReadOnlySpan<char> text, out double degrees);

    public static SexagesimalDegrees Hours { get; } = new("ivo_hms_to_degrees", 'h', Sexagesimal.TryParseHours);

    public static SexagesimalDegrees Degrees { get; } = new("ivo_dms_to_degrees", 'd', Sexagesimal.TryParseDegrees);

    public override string Name { get; }

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar];

    public override SqlType ReturnType => DuckDbType.Double;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        Span<char> text = stackalloc char[LongestText + 2];
        var texts = arguments[0];
        var degrees = result.Values<double>();
        for (var row = 0; row < degrees.Length; row++)
        {
            if (texts.IsNull(row)) continue;
            var bytes = texts.Bytes(row).Trim((byte)' ');
            if (bytes.Length > LongestText || !Encoding.ASCII.TryGetChars(bytes, text, out var length) || !reader(WithColons(text, length), out degrees[row])) result.SetNull(row);
        }
    }

    /// <summary>The same angle with colons between its fields; what has neither letters nor six digits in front stays as it is.</summary>
    private ReadOnlySpan<char> WithColons(Span<char> text, int length)
    {
        var written = text[..length];
        if (length > 0 && written[^1] is 's' or 'S')
        {
            var first = written.IndexOfAny(unit, char.ToUpperInvariant(unit));
            var second = written.IndexOfAny('m', 'M');
            if (first <= 0 || second <= first) return [];
            (written[first], written[second]) = (':', ':');
            return written[..^1];
        }

        var sign = length > 0 && written[0] is '+' or '-' ? 1 : 0;
        if (length < sign + 6 || written.Slice(sign, 6).ContainsAnyExceptInRange('0', '9')) return written;
        written[(sign + 4)..].CopyTo(text[(sign + 6)..]);
        written.Slice(sign + 2, 2).CopyTo(text[(sign + 3)..]);
        (text[sign + 2], text[sign + 5]) = (':', ':');
        return text[..(length + 2)];
    }
}
