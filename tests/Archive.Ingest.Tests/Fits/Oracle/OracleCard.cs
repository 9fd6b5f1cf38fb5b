using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits.Oracle;

/// <summary>A card as a reader tells it, brought to a form in which readers can be compared.</summary>
/// <param name="Keyword">The keyword; of commentary without one, empty.</param>
/// <param name="Kind">The value's type; <see cref="HeaderValueKind.None"/> also where the reader doesn't tell commentary from a keyword without value.</param>
/// <param name="Value">Numbers as the shortest text of their value, so that 1.0 and 1.00 are the same; empty where there is none.</param>
/// <param name="Comment">The comment, or all that follows the keyword of commentary; null where the reader tells none.</param>
internal sealed record OracleCard(string Keyword, HeaderValueKind Kind, string Value, string? Comment)
{
    public static OracleCard Of(HeaderCard card) => new(card.Keyword, card.Value.Kind, Canonical(card.Value.Kind, card.Value.Text), card.Comment.Trim());

    /// <summary>astropy: keyword, value as JSON, comment.</summary>
    public static OracleCard OfAstropy(JsonElement card)
    {
        string keyword = card[0].GetString()!.Trim();
        string? comment = card[2].ValueKind == JsonValueKind.Null ? null : card[2].GetString()!.Trim();
        JsonElement value = card[1];
        return value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => new(keyword, HeaderValueKind.Logical, value.GetBoolean() ? "T" : "F", comment),
            JsonValueKind.Number => OfNumber(keyword, value.GetRawText(), comment),
            JsonValueKind.String when keyword is "" or "COMMENT" or "HISTORY" => new(keyword, HeaderValueKind.None, "", value.GetString()!.Trim()),
            JsonValueKind.String => new(keyword, HeaderValueKind.Text, value.GetString()!.TrimEnd(), comment),
            _ => OfObject(keyword, value, comment),
        };
    }

    /// <summary>cfitsio: keyword, value as text, comment, type.</summary>
    public static OracleCard OfCfitsio(JsonElement card)
    {
        HeaderValueKind kind = card[3].GetString() switch
        {
            "C" => HeaderValueKind.Text,
            "L" => HeaderValueKind.Logical,
            "I" => HeaderValueKind.Integer,
            "F" => HeaderValueKind.Real,
            "X" => HeaderValueKind.Complex,
            _ => HeaderValueKind.None,
        };
        return new OracleCard(card[0].GetString()!.Trim(), kind, Canonical(kind, card[1].GetString()!), card[2].GetString()!.Trim());
    }

    /// <summary>What another reader tells otherwise: some of keyword, type, value, comment; empty if nothing.</summary>
    public string DifferencesFrom(OracleCard other)
    {
        // cfitsio tells no type, astropy no comment, of a card that has no value.
        bool isSameKind = Kind == other.Kind || (Kind == HeaderValueKind.Undefined && other.Kind == HeaderValueKind.None)
            || (Kind == HeaderValueKind.None && other.Kind == HeaderValueKind.Text && other.Value.Trim() == Comment);
        bool isCommentary = Kind == HeaderValueKind.None && other.Kind == HeaderValueKind.Text;
        List<string> fields = [];
        if (Keyword.Trim() != other.Keyword) fields.Add("keyword");
        if (!isSameKind) fields.Add("type");
        if (isSameKind && !isCommentary && Value != other.Value) fields.Add("value");
        if (!isCommentary && other.Comment is not null && Comment != other.Comment) fields.Add("comment");
        return string.Join(' ', fields);
    }

    private static OracleCard OfNumber(string keyword, string literal, string? comment)
    {
        HeaderValueKind kind = literal.AsSpan().ContainsAny('.', 'e', 'E') ? HeaderValueKind.Real : HeaderValueKind.Integer;
        return new OracleCard(keyword, kind, Canonical(kind, literal), comment);
    }

    private static OracleCard OfObject(string keyword, JsonElement value, string? comment) => value.EnumerateObject().First() switch
    {
        { Name: "undefined" } => new(keyword, HeaderValueKind.Undefined, "", comment),
        { Name: "complex", Value: var parts } => new(keyword, HeaderValueKind.Complex, FormattableString.Invariant($"({parts[0].GetDouble():R}, {parts[1].GetDouble():R})"), comment),
        { Name: "float", Value: var number } => new(keyword, HeaderValueKind.Real, number.GetString()!, comment),
        _ => new(keyword, HeaderValueKind.Unreadable, "", comment),
    };

    private static string Canonical(HeaderValueKind kind, string text) => kind switch
    {
        HeaderValueKind.Integer when BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole) => whole.ToString(CultureInfo.InvariantCulture),
        HeaderValueKind.Real when ValueOf(text).TryGetDouble(out double real) => real.ToString("R", CultureInfo.InvariantCulture),
        HeaderValueKind.Complex when ValueOf(text).TryGetComplex(out double re, out double im) => FormattableString.Invariant($"({re:R}, {im:R})"),
        HeaderValueKind.Unreadable or HeaderValueKind.None or HeaderValueKind.Undefined => "",
        _ => text.TrimEnd(),
    };

    private static HeaderValue ValueOf(string literal) => FitsHeader.FromCards("KEY     = " + literal).Cards[0].Value;
}
