using System.Buffers.Binary;
using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// A row as bytes for the spool: only the columns that have a value, each as its ordinal (16 bits) and its value; 64 bits for a number,
/// day or instant, length and UTF-8 for a text. Immutable; safe to share between threads.
/// </summary>
internal sealed class RowCodec
{
    private readonly ImmutableArray<Column> _columns;

    public RowCodec(Table table)
    {
        if (table.Columns.Length > ushort.MaxValue) throw new ArgumentException($"Table {table.Name} has more than {ushort.MaxValue} columns.", nameof(table));
        _columns = table.Columns;
        StorageTypes = [.. table.Columns.Select(column => column.StorageType())];
    }

    /// <summary>The storage types of the columns, in order.</summary>
    public ImmutableArray<DuckDbType> StorageTypes { get; }

    /// <exception cref="ArgumentException">A value isn't of its column's type.</exception>
    public void Encode(ReadOnlySpan<FieldValue> values, ByteBuffer target)
    {
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            ref readonly var value = ref values[ordinal];
            if (value.IsNull) continue;
            BinaryPrimitives.WriteUInt16LittleEndian(target.Next(sizeof(ushort)), (ushort)ordinal);
            if (StorageTypes[ordinal] == DuckDbType.Varchar) target.WriteText(value.Kind == FieldKind.Text ? value.Text : throw Mismatch(ordinal, value));
            else BinaryPrimitives.WriteInt64LittleEndian(target.Next(sizeof(long)), Bits(ordinal, value));
        }
    }

    /// <summary>Sets the values of a row in the appender's chunk. The row must be all null before.</summary>
    public void Decode(ReadOnlySpan<byte> bytes, TableAppender target, int row)
    {
        while (!bytes.IsEmpty)
        {
            var ordinal = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            bytes = bytes[sizeof(ushort)..];
            var column = target.Column(ordinal);
            column.Validity[row >> 6] |= 1UL << (row & 63);
            if (StorageTypes[ordinal] == DuckDbType.Varchar)
            {
                column.SetBytes(row, ByteBuffer.ReadText(ref bytes));
                continue;
            }

            var bits = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            bytes = bytes[sizeof(long)..];
            switch (StorageTypes[ordinal])
            {
                case DuckDbType.Boolean or DuckDbType.UTinyInt: column.Values<byte>()[row] = (byte)bits; break;
                case DuckDbType.SmallInt: column.Values<short>()[row] = (short)bits; break;
                case DuckDbType.Integer or DuckDbType.Date: column.Values<int>()[row] = (int)bits; break;
                case DuckDbType.Float: column.Values<float>()[row] = (float)BitConverter.Int64BitsToDouble(bits); break;
                default: column.Values<long>()[row] = bits; break;
            }
        }
    }

    private long Bits(int ordinal, FieldValue value) => (StorageTypes[ordinal], value.Kind) switch
    {
        (DuckDbType.Double or DuckDbType.Float, FieldKind.Real) => BitConverter.DoubleToInt64Bits(value.Real),
        (DuckDbType.Double or DuckDbType.Float, FieldKind.Integer) => BitConverter.DoubleToInt64Bits(value.Integer),
        (DuckDbType.BigInt, FieldKind.Integer) => value.Integer,
        (DuckDbType.Integer, FieldKind.Integer) when value.Integer == (int)value.Integer => value.Integer,
        (DuckDbType.SmallInt, FieldKind.Integer) when value.Integer == (short)value.Integer => value.Integer,
        (DuckDbType.UTinyInt, FieldKind.Integer) when value.Integer == (byte)value.Integer => value.Integer,
        (DuckDbType.Boolean, FieldKind.Integer) when value.Integer is 0 or 1 => value.Integer,
        (DuckDbType.Date, FieldKind.Date) => value.DaysSinceEpoch,
        (DuckDbType.Timestamp, FieldKind.Timestamp) => value.MicrosecondsSinceEpoch,
        _ => throw Mismatch(ordinal, value),
    };

    private ArgumentException Mismatch(int ordinal, FieldValue value) =>
        new($"Column {_columns[ordinal].Name} holds {StorageTypes[ordinal]}, not the {value.Kind} {value}.");
}
