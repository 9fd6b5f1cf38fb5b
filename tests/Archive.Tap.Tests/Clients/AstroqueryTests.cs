namespace Archive.Tap.Tests.Clients;

public sealed class AstroqueryScript() : ClientScript(FileName)
{
    public const string FileName = "astroquery_checks.py";
}

/// <summary>astroquery's TapPlus, as its users use it; each test is a function of the script.</summary>
public class AstroqueryTests(AstroqueryScript script) : IClassFixture<AstroqueryScript>
{
    [SkippableTheory]
    [MemberData(nameof(ClientScript.ChecksOf), AstroqueryScript.FileName, MemberType = typeof(ClientScript))]
    public void Astroquery(string check) => script.Hold(check);
}
