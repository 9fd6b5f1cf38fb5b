using System.Buffers.Binary;
using System.Globalization;
using Archive.Formats.Cells;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>The arrays of any length, which lie behind the rows (FITS 4.0, section 7.3.5).</summary>
/// <param name="file">The heap, from its first byte.</param>
/// <param name="limits">How much may be taken in all.</param>
internal sealed class Heap(Stream file, TableReadLimits limits)
{
    private readonly long length = file.Length;
    private readonly ByteBuffer array = new();
    private long taken;

    /// <summary>The elements that a cell's descriptor names, valid until the next ones are taken.</summary>
    /// <exception cref="CellException">They lie elsewhere.</exception>
    /// <exception cref="TableReadException">With these, more is taken than may be.</exception>
    public ReadOnlySpan<byte> Take(ReadOnlySpan<byte> descriptor, BinaryForm form, out int count)
    {
        var (elements, start) = form.Descriptor == 'P'
            ? (BinaryPrimitives.ReadInt32BigEndian(descriptor), BinaryPrimitives.ReadInt32BigEndian(descriptor[sizeof(int)..]))
            : (BinaryPrimitives.ReadInt64BigEndian(descriptor), BinaryPrimitives.ReadInt64BigEndian(descriptor[sizeof(long)..]));
        if (elements == 0)
        {
            count = 0;
            return [];
        }

        if (elements is < 0 or > FieldShape.MaximumCount || start < 0 || start > length - form.BytesOf(elements))
            throw new CellException(string.Create(CultureInfo.InvariantCulture, $"its array of {elements} elements at {start} doesn't lie in the table's heap of {length} bytes."));
        count = (int)elements;
        var bytes = (int)form.BytesOf(elements);
        if ((taken += bytes) > limits.MaximumArrayBytes)
            throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The arrays in the heap of the FITS table, each as often as a row names it, have more than {limits.MaximumArrayBytes} bytes, the limit {limits.MaximumArrayBytesName}."));
        array.Clear();
        file.Position = start;
        file.ReadExactly(array.Reserve(bytes)[..bytes]);
        array.Length = bytes;
        return array.Written;
    }
}
