using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Tests;

public class TableDescriptionTests
{
    [Fact]
    public void A_table_reads_back_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var table = new Table("koa", "nights",
        [
            new Column { Name = "id", Type = ColumnType.TextUpTo(32), Ucd = "meta.id;meta.main", Description = "A < B & \"C\"", IsPrincipal = true, IsIndexed = true },
            new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg" },
            new Column { Name = "dec", Type = ColumnType.Double, Unit = "deg" },
            new Column { Name = "ut date", Type = ColumnType.Date, IsStandard = true },
        ])
        {
            Description = "Nights.",
            KeyColumn = "id",
            UtDateColumn = "ut date",
            Position = new PositionColumns("ra", "dec"),
        };

        TableDescription.Write(table, folder["table.vot"]);
        var read = TableDescription.Read(folder["table.vot"]);

        Assert.Equal(table.Columns.AsEnumerable(), read.Columns.AsEnumerable());
        Assert.Equal((table.Schema, table.Name, table.Description, table.KeyColumn, table.UtDateColumn, table.Position),
            (read.Schema, read.Name, read.Description, read.KeyColumn, read.UtDateColumn, read.Position));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not XML")]
    [InlineData("<VOTABLE/>")]
    [InlineData("<VOTABLE xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\"><RESOURCE name=\"a\"><TABLE name=\"t\"><FIELD ID=\"c1\" name=\"x\" datatype=\"bogus\"/></TABLE></RESOURCE></VOTABLE>")]
    public void A_broken_description_is_named_with_its_path(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["table.vot"], content);
        var error = Assert.Throws<ManifestException>(() => TableDescription.Read(folder["table.vot"]));
        Assert.Contains(folder["table.vot"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_description_is_named_with_its_path()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(folder["table.vot"], Assert.Throws<ManifestException>(() => TableDescription.Read(folder["table.vot"])).Message, StringComparison.Ordinal);
    }
}
