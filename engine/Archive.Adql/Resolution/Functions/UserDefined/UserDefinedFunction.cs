using System.Collections.Immutable;

namespace Archive.Adql.Resolution.Functions.UserDefined;

public sealed record FunctionParameter(string Name, AdqlType Type);

/// <summary>
/// One signature of a function beyond ADQL's own, as the service declares it (TAPRegExt 1.0, section 2.3). A function that takes its arguments in several ways has an
/// entry for each.
/// </summary>
public sealed record UserDefinedFunction
{
    /// <summary>In lower case; queries may write it in any.</summary>
    public required string Name { get; init; }

    public ImmutableArray<FunctionParameter> Parameters { get; init; } = [];

    public required AdqlType Result { get; init; }

    /// <summary>What it gives, for people: sentences, with what NULL does where that isn't NULL.</summary>
    public required string Description { get; init; }

    /// <summary>A value that uses it and can be selected from TAP_SCHEMA.tables.</summary>
    public required string Example { get; init; }

    /// <summary>The resolver has rules of its own for it: an aggregate, shapes, formats, or values of any one kind. All others take plain values and are resolved by this entry.</summary>
    public bool HasOwnRules { get; init; }

    /// <summary>Gives another value each time it is asked.</summary>
    public bool IsRandom { get; init; }

    /// <summary><c>name(arg TYPE, ...) -> TYPE</c></summary>
    public string Signature => $"{Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Name} {parameter.Type.AdqlName()}"))}) -> {Result.AdqlName()}";

    internal static ImmutableArray<FunctionParameter> Takes(params ReadOnlySpan<(string Name, AdqlType Type)> parameters)
    {
        var taken = ImmutableArray.CreateBuilder<FunctionParameter>(parameters.Length);
        foreach (var (name, type) in parameters) taken.Add(new FunctionParameter(name, type));
        return taken.MoveToImmutable();
    }
}
