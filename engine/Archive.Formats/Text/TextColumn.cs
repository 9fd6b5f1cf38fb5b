using Archive.Catalogue.Tables;
using Archive.Formats.Cells;

namespace Archive.Formats.Text;

/// <summary>A column of plain text: what stands above it and how many characters wide it is.</summary>
internal sealed class TextColumn
{
    public TextColumn(Column column)
    {
        Name = LineText.Of(column.Name);
        Unit = LineText.Of(column.Unit ?? "");
        IsRightAligned = column.Type.IsNumeric;
        Width = Math.Max(1, Math.Max(LineText.Width(Name), LineText.Width(Unit)));
    }

    public byte[] Name { get; }

    public byte[] Unit { get; }

    public bool IsRightAligned { get; }

    public int Width { get; private set; }

    /// <summary>Makes the column wide enough for the first <paramref name="rowCount"/> cells.</summary>
    public void Widen(CellBuffer cells, int rowCount)
    {
        for (var row = 0; row < rowCount; row++)
        {
            var cell = cells.Cell(row);
            if (cell.Length > Width) Width = Math.Max(Width, LineText.Width(cell));
        }
    }
}
