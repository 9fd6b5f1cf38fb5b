using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Text (IVOA UDF catalogue 1.2, Text-Related).</summary>
internal static class TextFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_hasword",
            Parameters = Takes(("haystack", Varchar), ("needle", Varchar)),
            Result = Integer,
            Description = "1 if every word of needle is a word of haystack, else 0. A word is a run of letters and digits; case and the common English endings (-s, -ed, -ing, -n) don't matter.",
            Example = "ivo_hasword('Miller and Urey have', 'miller')",
        },
        new()
        {
            Name = "ivo_nocasematch",
            Parameters = Takes(("value", Varchar), ("pattern", Varchar)),
            Result = Integer,
            Description = "1 if value matches the pattern of LIKE in any case, else 0; the same as ILIKE.",
            Example = "ivo_nocasematch('ABcabc', 'ab__bc')",
        },
        new()
        {
            Name = "ivo_hashlist_has",
            Parameters = Takes(("hashlist", Varchar), ("item", Varchar)),
            Result = Integer,
            Description = "1 if item, in any case, is one of the words that hashlist holds with # between them, else 0.",
            Example = "ivo_hashlist_has('Red#green#blue', 'red')",
        },
    ];
}
