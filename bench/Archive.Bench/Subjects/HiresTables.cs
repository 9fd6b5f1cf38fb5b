using Archive.Catalogue.Tables;
using Archive.Ingest.Translation;

namespace Archive.Bench.Subjects;

/// <summary>The tables that the tutorial's queries are resolved against: <c>koa_hires</c> with its 384 columns, and TAP_SCHEMA's.</summary>
internal static class HiresTables
{
    public static TableSet Make()
    {
        var hires = InstrumentRegistry.All.Single(known => known.Definition.Name == "HIRES").Definition.Table;
        return new TableSet([new Schema(hires.Schema), TapSchema.Schema], [hires, .. TapSchema.All]);
    }
}
