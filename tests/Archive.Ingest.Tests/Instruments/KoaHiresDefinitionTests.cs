using System.Text.RegularExpressions;
using Archive.Catalogue.Tables;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Tests.Instruments;

public partial class KoaHiresDefinitionTests
{
    private static readonly InstrumentDefinition Definition = InstrumentFile.Load("koa_hires");

    [Fact]
    public void The_table_has_every_column_of_the_keyword_table_and_the_six_that_the_archive_adds()
    {
        Assert.Equal(384, Definition.Columns.Length);
        Assert.Equal(384, Definition.Columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(("koa_hires", "koaid", "date_obs"), (Definition.Table.Name, Definition.Table.KeyColumn, Definition.Table.UtDateColumn));
        Assert.Equal(new PositionColumns("ra", "dec"), Definition.Table.Position);
    }

    [Fact]
    public void The_columns_stand_in_the_order_that_the_published_tutorial_prints()
    {
        var names = Definition.Columns.Select(column => column.Name).ToArray();
        Assert.Equal(["el", "elaptime", "equinox", "eramode"], names[..4]);
        Assert.Equal(["z", "spt_ind", "ofname"], names[^3..]);
    }

    [Theory]
    [InlineData("el", Datatype.Double, null)]
    [InlineData("elaptime", Datatype.Int, null)]
    [InlineData("equinox", Datatype.Double, null)]
    [InlineData("eramode", Datatype.Char, null)]
    [InlineData("z", Datatype.Double, null)]
    [InlineData("spt_ind", Datatype.Int, null)]
    [InlineData("ofname", Datatype.Char, null)]
    [InlineData("koaid", Datatype.Char, null)]
    [InlineData("sig2nois", Datatype.Double, null)]
    [InlineData("frameno", Datatype.Int, null)]
    [InlineData("date_obs", Datatype.Char, "timestamp")]
    [InlineData("utdatetime", Datatype.Char, "timestamp")]
    public void A_column_has_the_type_that_clients_of_the_original_see(string name, Datatype datatype, string? xtype)
    {
        var type = Definition.Table.FindColumn(name)!.Type;
        Assert.Equal((datatype, xtype), (type.Datatype, type.Xtype));
    }

    [Fact]
    public void Ordinals_count_the_columns_of_the_catalogue_table_too()
    {
        for (var ordinal = 0; ordinal < Definition.Columns.Length; ordinal++)
        {
            var column = Definition.Columns[ordinal];
            Assert.Equal(ordinal, column.Ordinal);
            Assert.Equal(ordinal, Definition.OrdinalOf(column.Name.ToUpperInvariant()));
            Assert.Equal(column.Name, Definition.Table.Columns[ordinal].Name);
        }
    }

    [Fact]
    public void No_keyword_feeds_two_columns()
    {
        var keywords = Definition.Columns.SelectMany(column => column.Keywords).ToArray();
        Assert.Equal(keywords.Length, keywords.Distinct().Count());
        Assert.All(keywords, keyword => Assert.Matches(Keyword(), keyword));
    }

    [Fact]
    public void Known_values_keep_their_inner_blanks() => Assert.Contains("B, G, R", Definition.Columns[Definition.OrdinalOf("mosmode")].KnownValues);

    [GeneratedRegex("^[A-Z0-9_-]+$")]
    private static partial Regex Keyword();
}
