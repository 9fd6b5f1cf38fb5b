namespace Archive.Tap.Tests.Clients;

public sealed class PyvoScript() : ClientScript(FileName)
{
    public const string FileName = "pyvo_checks.py";
}

/// <summary>PyVO, as its users use it; each test is a function of the script.</summary>
public class PyvoTests(PyvoScript script) : IClassFixture<PyvoScript>
{
    [SkippableTheory]
    [MemberData(nameof(ClientScript.ChecksOf), PyvoScript.FileName, MemberType = typeof(ClientScript))]
    public void PyVO(string check) => script.Hold(check);
}
