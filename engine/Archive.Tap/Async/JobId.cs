using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Archive.Tap.Async;

/// <summary>
/// Names a job: <c>tap_</c> and eight lower-case hexadecimal digits, <c>tap_1f06caa7</c>. Nothing else is an id, so one can stand in a
/// path of a file without a further look.
/// </summary>
internal readonly record struct JobId
{
    private const string Prefix = "tap_";
    private const int Digits = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string text;

    private JobId(string text) => this.text = text;

    /// <summary>An id that can't be guessed.</summary>
    public static JobId Create() => new(Prefix + RandomNumberGenerator.GetHexString(Digits, lowercase: true));

    public static bool TryParse([NotNullWhen(true)] string? text, out JobId id)
    {
        var isId = text is { Length: 12 } && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(HexDigits) < 0;
        id = isId ? new JobId(text!) : default;
        return isId;
    }

    public override string ToString() => text;
}
