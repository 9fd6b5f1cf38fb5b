using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Names;

/// <summary>A column that a name means: its value, and how it is described.</summary>
internal readonly record struct VisibleColumn(ResolvedExpression Expression, Column Column);

/// <summary>
/// The columns that names can mean at one place of a query: those of the tables in FROM, and, for a subquery, those of the queries around it
/// (SQL-92, section 7.5 for the columns that USING and NATURAL make one of).
/// </summary>
internal sealed class Scope(Scope? outer)
{
    private readonly List<TableSource> sources = [];
    private List<VisibleColumn>? merged;
    private HashSet<(TableSource Source, string Column)>? hidden;

    public Scope? Outer { get; } = outer;

    public IReadOnlyList<TableSource> Sources => sources;

    /// <summary>A table of FROM is unknown, so that a name that isn't found may well be right.</summary>
    public bool IsIncomplete { get; set; }

    public void Add(TableSource source) => sources.Add(source);

    /// <summary>Takes in all that another scope at the same level sees.</summary>
    public void Add(Scope other)
    {
        sources.AddRange(other.sources);
        IsIncomplete |= other.IsIncomplete;
        if (other.merged is not null) (merged ??= []).AddRange(other.merged);
        if (other.hidden is not null) (hidden ??= []).UnionWith(other.hidden);
    }

    /// <summary>Makes one column of two that a join holds equal; neither is seen without its table's name any more.</summary>
    public void Merge(VisibleColumn column, ResolvedExpression left, ResolvedExpression right)
    {
        merged ??= [];
        merged.RemoveAll(other => ReferenceEquals(other.Expression, left) || ReferenceEquals(other.Expression, right));
        merged.Add(column);
        Hide(left);
        Hide(right);
    }

    /// <summary>The source with this name, here or around; null if there is none. A schema in front must be the table's.</summary>
    public TableSource? FindSource(TableName qualifier)
    {
        foreach (var source in sources)
        {
            if (!qualifier.Last.Matches(source.Name)) continue;
            if (qualifier.Parts.Count == 1 || (source.Table is { } table && qualifier.Parts[^2].Matches(table.Schema))) return source;
        }

        return Outer?.FindSource(qualifier);
    }

    /// <summary>The column that a name without a qualifier means, here or else around; null if there is none.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="ambiguity">Where two columns of one level have the name, the two sources; the first column is returned.</param>
    public VisibleColumn? Find(Identifier name, out (string First, string Second)? ambiguity)
    {
        ambiguity = null;
        VisibleColumn? found = null;
        var foundIn = "";
        if (merged is not null)
        {
            foreach (var column in merged)
            {
                if (!name.Matches(column.Column.Name)) continue;
                if (found is not null) ambiguity ??= (foundIn, "another join");
                else (found, foundIn) = (column, "a join");
            }
        }

        foreach (var source in sources)
        {
            if (source.Find(name, out var isAmbiguous) is not { } column || IsHidden(column)) continue;
            if (isAmbiguous) ambiguity ??= (source.Name.Text, source.Name.Text);
            if (found is not null) ambiguity ??= (foundIn, source.Name.Text);
            else (found, foundIn) = (new VisibleColumn(column, column.Column), source.Name.Text);
        }

        return found ?? Outer?.Find(name, out ambiguity);
    }

    /// <summary>The columns that * stands for: merged ones first, then those of each source.</summary>
    public IEnumerable<VisibleColumn> AllColumns(Text.SourceSpan span)
    {
        foreach (var column in merged ?? []) yield return column;
        foreach (var source in sources)
        {
            foreach (var column in ColumnsOf(source, span))
            {
                if (!IsHidden((ResolvedColumn)column.Expression)) yield return column;
            }
        }
    }

    public static IEnumerable<VisibleColumn> ColumnsOf(TableSource source, Text.SourceSpan span)
    {
        for (var i = 0; i < source.Columns.Length; i++)
        {
            var column = source.Columns[i];
            yield return new VisibleColumn(new ResolvedColumn(source, column, source.Table is null ? i : -1, span), column);
        }
    }

    /// <summary>All names that could have been meant.</summary>
    public IEnumerable<string> Names()
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var source in scope.sources)
            {
                foreach (var column in source.Columns) yield return column.Name;
            }
        }
    }

    private bool IsHidden(ResolvedColumn column) => hidden is not null && hidden.Contains((column.Source, column.Column.Name));

    private void Hide(ResolvedExpression side)
    {
        if (side is ResolvedColumn column) (hidden ??= []).Add((column.Source, column.Column.Name));
    }
}
