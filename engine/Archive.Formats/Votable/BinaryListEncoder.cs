using System.Runtime.CompilerServices;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>
/// Arrays of numbers, big-endian. A null element is written as the marker; a null array is empty, or the marker in every element of a fixed count.
/// </summary>
internal sealed class BinaryListEncoder<T>(ListShape shape, T nullElement) : ColumnEncoder
    where T : unmanaged
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<T>();
        for (var row = 0; row < count; row++)
        {
            var run = shape.Begin(values, start + row, cells);
            var destination = cells.Reserve(checked(run.Length * Unsafe.SizeOf<T>()));
            for (var index = 0; index < run.Length; index++)
            {
                var element = run.IsNull || elements.IsNull(run.Offset + index) ? nullElement : items[run.Offset + index];
                BigEndian.Write(element, destination[(index * Unsafe.SizeOf<T>())..]);
            }

            cells.Length += run.Length * Unsafe.SizeOf<T>();
            cells.Ends[row] = cells.Length;
        }
    }
}
