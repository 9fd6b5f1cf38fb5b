using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Tests;

/// <summary>Every datatype of VOTable, what it is stored as and what queries may do with it.</summary>
public sealed class ColumnTypeTests
{
    [Theory]
    [InlineData("boolean", null, null, "BOOLEAN", false)]
    [InlineData("bit", null, null, "BOOLEAN", false)]
    [InlineData("bit", "17", null, "BOOLEAN[]", false)]
    [InlineData("boolean", "*", null, "BOOLEAN[]", false)]
    [InlineData("unsignedByte", null, null, "UTINYINT", true)]
    [InlineData("short", "3x*", null, "SMALLINT[]", false)]
    [InlineData("int", null, null, "INTEGER", true)]
    [InlineData("int", "1", null, "INTEGER", true)]
    [InlineData("long", null, null, "BIGINT", true)]
    [InlineData("float", null, null, "FLOAT", true)]
    [InlineData("double", "2", "point", "DOUBLE[]", false)]
    [InlineData("floatComplex", null, null, "FLOAT[]", false)]
    [InlineData("floatComplex", "4", null, "FLOAT[]", false)]
    [InlineData("doubleComplex", null, null, "DOUBLE[]", false)]
    [InlineData("char", null, null, "VARCHAR", false)]
    [InlineData("char", "8x*", null, "VARCHAR", false)]
    [InlineData("unicodeChar", "*", null, "VARCHAR", false)]
    [InlineData("char", "*", "timestamp", "TIMESTAMP", false)]
    [InlineData("char", "10", "timestamp", "DATE", false)]
    [InlineData("char", "19x*", "timestamp", "VARCHAR", false)]
    [InlineData("double", null, "timestamp", "DOUBLE", true)]
    public void A_datatype_is_stored_as_and_may_be_counted_with(string datatype, string? arraysize, string? xtype, string sqlType, bool isNumeric)
    {
        Assert.True(DatatypeNames.TryParse(datatype, out var parsed));
        Assert.Equal(datatype, parsed.VotableName());
        var type = new ColumnType(parsed, arraysize, xtype);
        Assert.Equal((sqlType, isNumeric), (type.SqlTypeName(), type.IsNumeric));
    }
}
