using System.Reflection;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;
using Archive.Adql.Text;

namespace Archive.Adql.Tests;

/// <summary>Conventions of the messages: each has a code of its own, whose hundred says which step it comes from, and is a sentence.</summary>
public sealed class MessageTests
{
    private static readonly (Type Type, char Hundred)[] Steps =
    [
        (typeof(LexicalMessages), '1'), (typeof(SyntaxMessages), '2'), (typeof(DialectMessages), '2'), (typeof(NameMessages), '3'), (typeof(TypeMessages), '4'),
        (typeof(GeometryMessages), '5'), (typeof(SupportMessages), '6'), (typeof(UnitMessages), '7'), (typeof(LimitMessages), '9'),
    ];

    [Fact]
    public void Each_message_has_a_code_of_its_own_and_is_a_sentence()
    {
        var codes = new HashSet<string>();
        foreach (var (type, hundred) in Steps)
        {
            foreach (var factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                var diagnostic = (AdqlDiagnostic)factory.Invoke(null, [.. factory.GetParameters().Select(Example)])!;
                Assert.True(codes.Add(diagnostic.Code), $"{type.Name}.{factory.Name} shares its code {diagnostic.Code}");
                Assert.Matches($"^ADQL-{hundred}[0-9][0-9]$", diagnostic.Code);
                Assert.Matches("^[^a-z].*[.]$", diagnostic.Message);
                if (diagnostic.Hint is { } hint) Assert.Matches("^[^a-z].*[.?]$", hint);
            }
        }

        Assert.InRange(codes.Count, 80, 150);
    }

    [Fact]
    public void Every_message_class_is_looked_at() => Assert.Equal(
        typeof(AdqlDiagnostic).Assembly.GetTypes().Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal)).Select(type => type.Name).Order(StringComparer.Ordinal),
        Steps.Select(step => step.Type.Name).Order(StringComparer.Ordinal));

    private static object? Example(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "Example.",
        var type when type == typeof(int) => 3,
        var type when type == typeof(double) => 3.5,
        var type when type == typeof(char) => '~',
        var type when type == typeof(bool) => true,
        var type when type == typeof(SourceSpan) => default(SourceSpan),
        var type when type == typeof(Identifier) => new Identifier("Example", false, default),
        var type when type == typeof(Token) => new Token(TokenKind.Identifier, "Example", default),
        var type => throw new InvalidOperationException($"No example of {type.Name}."),
    };
}
