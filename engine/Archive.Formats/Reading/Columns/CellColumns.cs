using Archive.Catalogue.Tables;

namespace Archive.Formats.Reading.Columns;

/// <summary>Chooses how each FIELD's cells are read. What comes out is of the SQL type that the column's type is stored as.</summary>
internal static class CellColumns
{
    public static CellColumn For(TableField field)
    {
        var (type, shape, nullText) = (field.Column.Type, field.Shape, field.NullText);
        return type.Datatype switch
        {
            _ when type.IsDate => new DayColumn(field),
            _ when type.IsTimestamp => new InstantColumn(field),
            Datatype.Char or Datatype.UnicodeChar => new TextColumn(field),
            Datatype.Boolean => shape.IsArray ? new BooleanListColumn(shape) : new BooleanColumn(),
            Datatype.Bit => shape.IsArray ? new BitListColumn(shape) : new BitColumn(),
            Datatype.UnsignedByte => Number<byte>(shape, nullText),
            Datatype.Short => Number<short>(shape, nullText),
            Datatype.Int => Number<int>(shape, nullText),
            Datatype.Long => Number<long>(shape, nullText),
            Datatype.Float => Number<float>(shape, nullText),
            Datatype.FloatComplex => new NumberListColumn<float>(shape, numbersOfElement: 2, nullText),
            Datatype.DoubleComplex => new NumberListColumn<double>(shape, numbersOfElement: 2, nullText),
            _ => Number<double>(shape, nullText),
        };
    }

    private static CellColumn Number<T>(FieldShape shape, string? nullText)
        where T : unmanaged, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T> => shape.IsArray ? new NumberListColumn<T>(shape, numbersOfElement: 1, nullText) : new NumberColumn<T>(nullText);
}
