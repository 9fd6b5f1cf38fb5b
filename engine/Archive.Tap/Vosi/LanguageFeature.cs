using System.Collections.Immutable;
using Archive.Adql.Resolution.Functions.UserDefined;

namespace Archive.Tap.Vosi;

/// <summary>A feature: a word of the language, or a user-defined function's signature and what it gives.</summary>
public sealed record LanguageForm(string Form, string? Description = null);

/// <summary>
/// A kind of optional features of the query language and those of it that work (TAPRegExt 1.0, section 2.3). A test asks a query of
/// each form.
/// </summary>
/// <param name="Type">What stands after <c>features-</c> in the kind's identifier.</param>
public sealed record LanguageFeature(string Type, ImmutableArray<LanguageForm> Forms)
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
        Named("adqlgeo", "POINT", "CIRCLE", "BOX", "POLYGON", "REGION", "CENTROID", "CONTAINS", "INTERSECTS", "DISTANCE", "AREA", "COORD1", "COORD2", "COORDSYS"),
        Named("adql-string", "LOWER", "UPPER", "ILIKE"),
        Named("adql-sets", "UNION", "EXCEPT", "INTERSECT"),
        Named("adql-common-table", "WITH"),
        Named("adql-type", "CAST"),
        Named("adql-unit", "IN_UNIT"),
        Named("adql-offset", "OFFSET"),
        new("udf", [.. UserDefinedFunctions.All.Select(function => new LanguageForm(function.Signature, $"{function.Description} Example: {function.Example}"))]),
    ];

    private static LanguageFeature Named(string type, params ReadOnlySpan<string> names)
    {
        var forms = ImmutableArray.CreateBuilder<LanguageForm>(names.Length);
        foreach (var name in names) forms.Add(new LanguageForm(name));
        return new(type, forms.MoveToImmutable());
    }
}
