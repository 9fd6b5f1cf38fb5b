using System.Collections.Immutable;

namespace Archive.Tap.Vosi;

/// <summary>
/// A kind of optional features of the query language and those of it that work (TAPRegExt 1.0, section 2.3). A test asks a query of
/// each form.
/// </summary>
/// <param name="Type">What stands after <c>features-</c> in the kind's identifier.</param>
/// <param name="Forms">The features' forms; a user-defined function's is its signature.</param>
public sealed record LanguageFeature(string Type, ImmutableArray<string> Forms)
{
    /// <summary>
    /// The spelling of TAPRegExt. ADQL 2.1, section 4.1 has it in lower case, which validators in use take for another kind; clients
    /// compare without case.
    /// </summary>
    public string Identifier => "ivo://ivoa.net/std/TAPRegExt#features-" + Type;

    /// <summary>
    /// What queries may use beyond the core of ADQL 2.0. COALESCE works too, but its kind, <c>adql-conditional</c>, is a word that
    /// validators in use refuse.
    /// </summary>
    public static ImmutableArray<LanguageFeature> All { get; } =
    [
        new("adqlgeo", ["POINT", "CIRCLE", "BOX", "POLYGON", "CONTAINS", "DISTANCE", "COORD1", "COORD2"]),
        new("adql-string", ["LOWER", "UPPER", "ILIKE"]),
        new("adql-sets", ["UNION", "EXCEPT", "INTERSECT"]),
        new("adql-common-table", ["WITH"]),
        new("adql-type", ["CAST"]),
        new("adql-offset", ["OFFSET"]),
        new("udf",
        [
            "to_date(text VARCHAR, format VARCHAR) -> TIMESTAMP",
            "to_timestamp(text VARCHAR, format VARCHAR) -> TIMESTAMP",
            "to_char(time TIMESTAMP, format VARCHAR) -> VARCHAR",
            "substr(text VARCHAR, start INTEGER, length INTEGER) -> VARCHAR",
            "trim(text VARCHAR) -> VARCHAR",
            "ltrim(text VARCHAR) -> VARCHAR",
            "rtrim(text VARCHAR) -> VARCHAR",
            "concat(first VARCHAR, second VARCHAR) -> VARCHAR",
            "nvl(value VARCHAR, otherwise VARCHAR) -> VARCHAR",
        ]),
    ];
}
