using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Aggregate functions (IVOA UDF catalogue 1.2, Text-Related and Statistics): they stand where COUNT and AVG may.</summary>
internal static class AggregateFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_string_agg",
            Parameters = Takes(("expression", Varchar), ("delimiter", Varchar)),
            Result = Varchar,
            Description = "An aggregate function: the group's texts in alphabetical order, the delimiter, which is written out, between them. NULL leaves no trace.",
            Example = "ivo_string_agg(table_name, ' <//> ')",
            HasOwnRules = true,
        },
        new()
        {
            Name = "ivo_histogram",
            Parameters = Takes(("value", DoublePrecision), ("lower", DoublePrecision), ("upper", DoublePrecision), ("bins", Integer)),
            Result = IntegerArray,
            Description = "An aggregate function: how many of the group's values are below lower or NULL, in each of so many bins of equal width, and above upper; bins + 2 numbers. "
                + "Limits and number of bins are written out. A bin holds its lower end, the last one its upper end too.",
            Example = "ivo_histogram(table_index, 0, 10, 5)",
            HasOwnRules = true,
        },
    ];
}
