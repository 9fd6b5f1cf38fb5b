using System.Xml.Linq;

namespace Archive.Formats.Tests;

/// <summary>What a VOTable's FIELDs say of their columns.</summary>
public sealed class FieldTests
{
    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    /// <summary>[O7] A single value has no arraysize, also where the catalogue gives it one of 1 (VOTable 1.3, erratum 3).</summary>
    [Theory]
    [InlineData("votable", "char", null)]
    [InlineData("votable", "char 1", null)]
    [InlineData("votable/b", "char 1", null)]
    [InlineData("votable/b2", "char 1", null)]
    [InlineData("votable", "unicodeChar 1", null)]
    [InlineData("votable", "char 2", "2")]
    [InlineData("votable", "char 1*", "1*")]
    [InlineData("votable/b2", "char 1*", "*")]
    public void A_single_value_has_no_arraysize(string format, string type, string? arraysize)
    {
        var field = Fields(Rendering.RenderText(format, "SELECT 'x'", Rendering.Column("v", type))).Single();
        Assert.Equal(arraysize, (string?)field.Attribute("arraysize"));
    }

    /// <summary>[O11] Columns keep the names that they have in common; each has an ID of its own that XML takes.</summary>
    [Fact]
    public void Columns_of_one_name_have_different_ids()
    {
        var fields = Fields(Rendering.RenderText("votable", "SELECT 1, 2, 3, 4, 5",
            Rendering.Column("n", "int"), Rendering.Column("n", "int"), Rendering.Column("N", "int"), Rendering.Column("n_2", "int"), Rendering.Column("2 n", "int")));
        Assert.Equal(["n", "n", "N", "n_2", "2 n"], fields.Select(field => (string)field.Attribute("name")!));
        Assert.Equal(["n", "n_2", "N", "n_2_2", "_2_n"], fields.Select(field => (string)field.Attribute("ID")!));
    }

    private static List<XElement> Fields(string document) => [.. XElement.Parse(document).Descendants(Votable + "FIELD")];
}
