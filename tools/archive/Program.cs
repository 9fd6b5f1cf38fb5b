using System.CommandLine;
using Archive.Tools;
using Archive.Tools.Verbs;

var root = new RootCommand("A self-contained astronomy archive: FITS headers in, IVOA TAP out, on one machine with nothing to administer.")
{
    DemoVerb.Create(),
    IngestVerb.Create(),
    InspectVerb.Create(),
    ImportVerb.Create(),
    MirrorVerb.Create(),
    ServeVerb.Create(),
    QueryVerb.Create(),
    ExplainVerb.Create(),
    CheckVerb.Create(),
    SnapshotsVerb.Create(),
    CompactVerb.Create(),
    PruneVerb.Create(),
};

return await Verb.RunAsync(root, args);
