using Archive.DuckDb.Vectors;

namespace Archive.Formats.Cells;

/// <summary>Turns values of one column into cells. Chosen before the first row from the column's type and its vector's.</summary>
internal abstract class ColumnEncoder
{
    /// <summary>Bytes that the longest cell takes; null where nothing bounds it.</summary>
    public virtual int? MaximumLength => null;

    /// <summary>Appends the cells of <paramref name="count"/> rows from row <paramref name="start"/> on and notes where each ends.</summary>
    public abstract void Encode(in VectorView values, int start, int count, CellBuffer cells);
}
