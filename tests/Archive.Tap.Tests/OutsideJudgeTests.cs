using System.Diagnostics;
using System.Text.Json.Nodes;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What clients and validators that others wrote say of the service. Each test skips where its judge isn't installed.</summary>
public class OutsideJudgeTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>
    /// STILTS' TAP validator in all its stages but one, ObsLocTAP, for which there is no table here. What the service doesn't offer it calls a
    /// failure of its own: uploads and examples.
    /// </summary>
    [SkippableFact]
    public void Taplint_finds_no_error()
    {
        var lint = JsonNode.Parse(Run("stilts", "taplint", $"tapurl={server.Url}", "stages=-LOC", "report=EWF", "maxrepeat=99", "format=json"))!;
        var reports = lint["sections"]!.AsArray().SelectMany(section => section!["reports"]!.AsArray()
            .Select(report => $"{report!["level"]!.GetValue<string>()[0]}-{section["code"]}-{report["code"]} {report["text"]}")).ToList();
        reports.RemoveAll(report => report.StartsWith("F-UPL-NOUP", StringComparison.Ordinal) || report.StartsWith("F-EXA-EXNO", StringComparison.Ordinal));
        Assert.Empty(reports);
    }

    /// <summary>The published tutorial's way: submit, run, look while it is EXECUTING, fetch.</summary>
    [SkippableFact]
    public void PyVO_goes_the_way_of_the_tutorial()
    {
        const string script = """
            import sys, warnings
            warnings.filterwarnings("ignore")
            try:
                from pyvo.dal import tap
            except ImportError:
                print("no pyvo"); sys.exit()
            service = tap.TAPService(sys.argv[1])
            job = service.submit_job("select koaid, filehand from koa_hires where koaid like '%.00017.%' order by koaid", maxrec=20)
            before = job.phase
            job.run()
            while job.phase == "EXECUTING": pass
            table = job.fetch_result().to_table()
            print(before, job.phase, len(table), table["koaid"][0])
            print(len(service.search("select * from koa_hires", maxrec=7)), len(service.run_async("select id from stars")))
            print(sorted(t for t in service.tables.keys() if not t.startswith("TAP_")), service.maxrec, service.available)
            try:
                service.search("select nosuch from stars")
            except Exception as error:
                print(type(error).__name__, "nosuch" in str(error))
            """;
        var said = Run("/usr/bin/python3", "-c", script, server.Url);
        Skip.If(said.StartsWith("no pyvo", StringComparison.Ordinal), "needs PyVO for /usr/bin/python3");
        Assert.Equal("""
            PENDING COMPLETED 2 HI.20090101.00017.fits
            7 11
            ['koa_hires', 'stars'] 100000000 True
            DALQueryError True

            """.ReplaceLineEndings("\n"), said);
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, $"needs {program}");
        }

        using (process)
        {
            var errors = process!.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(output.Length > 0, errors.Result);
            return output;
        }
    }
}
