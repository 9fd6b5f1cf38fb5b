using Archive.Catalogue.Tables;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Ipac;

/// <summary>A column of an IPAC table: what its four header lines say and how wide it is.</summary>
internal sealed class IpacColumn
{
    /// <summary>What stands for a null in every column.</summary>
    public const string NullText = "null";

    public IpacColumn(Column column, ColumnEncoder encoder)
    {
        // A bar would end the name.
        Name = AsciiText.Of(column.Name).Replace('|', '_').ToLowerInvariant();
        Unit = AsciiText.Of(column.Unit ?? "").Replace('|', ' ');
        Type = TypeOf(column.Type);
        IsRightAligned = Type != "char";
        HasFixedWidth = encoder.MaximumLength is not null;
        Width = Math.Max(Math.Max(Name.Length, Unit.Length), Math.Max(Math.Max(Type.Length, NullText.Length), encoder.MaximumLength ?? 0));
    }

    public string Name { get; }

    public string Type { get; }

    public string Unit { get; }

    public bool IsRightAligned { get; }

    /// <summary>False where only the rows tell how wide the column must be.</summary>
    public bool HasFixedWidth { get; }

    /// <summary>Characters between two bars of the header.</summary>
    public int Width { get; private set; }

    /// <summary>Makes the column wide enough for the first <paramref name="rowCount"/> cells.</summary>
    public void Widen(CellBuffer cells, int rowCount)
    {
        if (HasFixedWidth) return;
        for (var row = 0; row < rowCount; row++) Width = Math.Max(Width, cells.Cell(row).Length);
    }

    private static string TypeOf(ColumnType type) => type.IsNumeric ? type.Datatype switch
    {
        Datatype.Double => "double",
        Datatype.Float => "float",
        Datatype.Long => "long",
        _ => "int",
    }
    : "char";
}
