using System.CommandLine;
using Archive.Bench.ConeSizes;
using Archive.Bench.Crossmatch;
using Archive.Bench.Headers;
using Archive.Bench.Reporting;
using Archive.Bench.Service;

var root = new RootCommand("Measures the archive's parts on this machine. See bench/README.md.")
{
    ReportCommand.Create(),
    ConeSizesCommand.Create(),
    CrossmatchCommand.Create(),
    HeadersCommand.Create(),
    MakeHeadersCommand.Create(),
    LoadCommand.Create(),
    DumpsCommand.Create(),
    MakeObservationsCommand.Create(),
};

return root.Parse(args.Length == 0 ? ["--help"] : args).Invoke();
