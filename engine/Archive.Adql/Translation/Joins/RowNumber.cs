using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation.Joins;

/// <summary>What tells the rows of a source apart while a query runs.</summary>
internal sealed record RowNumber(TableSource Source) : ResolvedExpression(ColumnType.Long)
{
    public const string ColumnName = "__row";

    /// <summary>As an entry of a select list.</summary>
    public ResolvedItem AsItem() => new(this, new Column { Name = ColumnName, Type = ColumnType.Long });
}
