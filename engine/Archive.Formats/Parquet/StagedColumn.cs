using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats.Parquet;

/// <summary>A column of the table that a result waits in until it is written: of the vectors' own type, so that chunks are taken as they are.</summary>
internal sealed class StagedColumn
{
    private readonly ColumnType type;

    /// <exception cref="ResultFormatException">Parquet shall not hold values of the vector's type.</exception>
    public StagedColumn(Column column, DuckDbType vectorType, int index, string name)
    {
        type = column.Type;
        VectorType = vectorType;
        Name = string.Create(CultureInfo.InvariantCulture, $"c{index}");
        ResultName = name;
        SqlType = vectorType switch
        {
            DuckDbType.List => column.Type.SqlTypeName(),
            // A null literal has a vector of this type.
            DuckDbType.SqlNull => nameof(DuckDbType.Integer),
            DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt or DuckDbType.UTinyInt or DuckDbType.USmallInt
                or DuckDbType.UInteger or DuckDbType.UBigInt or DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Float or DuckDbType.Double
                or DuckDbType.Date or DuckDbType.Timestamp or DuckDbType.TimestampTz or DuckDbType.Varchar => vectorType.ToString(),
            _ => throw new ResultFormatException($"Column {column.Name}: a vector of type {vectorType} can't be written as Parquet; the query has to cast it."),
        };
    }

    public DuckDbType VectorType { get; }

    public string Definition => $"{Name} {SqlType}";

    /// <summary>The column as the file has it: a number of the datatype that its description names, everything else as it came.</summary>
    public string Selection => $"{(type.IsNumeric ? $"{Name}::{type.SqlTypeName()}" : Name)} AS {SqlText.Identifier(ResultName)}";

    private string Name { get; }

    private string ResultName { get; }

    private string SqlType { get; }
}
