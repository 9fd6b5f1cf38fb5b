using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Store;

/// <summary>What queries may name where an archive holds some tables: these, the views over them and TAP_SCHEMA.</summary>
internal static class StoredTables
{
    public static TableSet Describe(IReadOnlyCollection<Table> tables)
    {
        Table[] views = ObsCoreViews.MappingsOf(tables).Count > 0 ? [ObsCore.Table] : [];
        var own = tables.Select(table => table.Schema).Except(views.Select(view => view.Schema)).Order(StringComparer.Ordinal).Select(name => name == IngestSchema.SchemaName ? IngestSchema.Schema : new Schema(name));
        Schema[] standard = views.Length > 0 ? [ObsCore.Schema, TapSchema.Schema] : [TapSchema.Schema];
        return new TableSet([.. own, .. standard], [.. tables, .. views, .. TapSchema.All]);
    }
}
