using System.CommandLine;
using Archive.DataSamples;
using Archive.Tap;
using Archive.Tap.Options;

namespace Archive.Tools.Verbs;

/// <summary><c>archive demo</c>: sample data, ingested and served, with lines to paste.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var archive = CommonOptions.Archive(isRequired: false);
        archive.DefaultValueFactory = _ => "demo-archive";
        var options = new ServiceOptionsOfCommand();
        var rows = new Option<int>("--rows") { Description = "Rows of the table.", HelpName = "N", DefaultValueFactory = _ => new SyntheticTwinOptions().Rows };
        var noServe = new Option<bool>("--no-serve") { Description = "Make the archive and stop." };
        var command = new Command("demo", "Make a synthetic twin of KOA's koa_hires, ingest its FITS files, serve it.") { archive, rows, noServe };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.Folder(archive);
            var demo = new DemoArchive(folder, parsed.GetValue(rows));
            var settings = options.Read(parsed, folder, OptionLayer.Of("demo", nameof(TapOptions.ProductsFolder), demo.FitsFolder));
            if (options.Show(parsed, settings)) return ExitCode.Done;
            demo.Make(cancellation);
            if (parsed.GetValue(noServe)) return ExitCode.Done;
            return await ServeVerb.ServeAsync(folder, settings, Invite, cancellation);
        });
        return command;
    }

    private static void Invite(string url) => Console.WriteLine($"""

        Serving {url}  (synthetic data; Ctrl+C stops). In another terminal:

          PyVO    python3 -c "import pyvo; print(pyvo.dal.TAPService('{url}').search(\"select koaid, ra, dec from koa_hires where koaid like '%20040824%'\"))"
          curl    curl {url}/sync -d LANG=ADQL -d FORMAT=csv -d "QUERY=select count(*) as total from koa_hires"
          TOPCAT  topcat -tapquery {url}   (or: VO > Table Access Protocol (TAP) Query, TAP URL {url})

        """);
}
