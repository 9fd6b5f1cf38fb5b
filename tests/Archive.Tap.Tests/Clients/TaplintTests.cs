using System.Text.Json.Nodes;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

public class TaplintTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>[F1] [T40] [T42] [T44] [T46] [R1] [R2] [U3] [U6] [D11] STILTS' TAP validator in all its stages but one, ObsLocTAP, for which there is no table here.</summary>
    [SkippableFact]
    public async Task Taplint_finds_nothing_to_say()
    {
        var lint = JsonNode.Parse(await OutsideProgram.SayAsync("stilts", "taplint", $"tapurl={server.Url}", "stages=-LOC", "report=EWF", "maxrepeat=99", "format=json"))!;
        var reports = lint["sections"]!.AsArray().SelectMany(section => section!["reports"]!.AsArray()
            .Select(report => $"{report!["level"]!.GetValue<string>()[0]}-{section["code"]}-{report["code"]} {report["text"]}"));
        Assert.Empty(reports);
    }
}
