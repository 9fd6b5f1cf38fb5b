using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.Testing;

namespace Archive.Catalogue.Tests;

public sealed class ObsCoreTests
{
    private static readonly string[] NeverNull = ["calib_level", "obs_collection", "obs_id", "obs_publisher_did"];

    public static TheoryData<string, string, string, string, string, string> Columns()
    {
        var data = new TheoryData<string, string, string, string, string, string>();
        foreach (var fields in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "obscore-columns.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')))
            data.Add(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Columns_are_described_as_the_standard_has_them(string name, string datatype, string utype, string ucd, string unit, string nullable)
    {
        var column = ObsCore.Table.FindColumn(name)!;
        Assert.Equal((name, datatype, utype, ucd, unit), (column.Name, column.Type.Datatype.VotableName(), column.Utype, column.Ucd, column.Unit ?? ""));
        Assert.Equal(datatype == "char", column.Type.Arraysize == "*");
        Assert.True(column is { IsStandard: true, IsPrincipal: true, Description.Length: > 10 });
        Assert.Equal(NeverNull.Contains(name), nullable == "N");
    }

    [Theory]
    [InlineData("plate:char:meta.id;meta.main taken:timestamp:time.start", "plate", true)]
    [InlineData("id:long when:date:time.start;obs", "id", true)]
    [InlineData("id:long mjd_obs:double", "id", true)]
    [InlineData("id:long t_min:double::yr", "id", false)]
    [InlineData("id:long obs_date:int", "id", false)]
    [InlineData("id:long epoch:double:time.epoch:d", "id", false)]
    [InlineData("id:long mjd_obs:char", "id", false)]
    [InlineData("id:long ut:char:time.start;obs.exposure", "id", false)]
    [InlineData("id:long ra:double dec:double", "id", false)]
    [InlineData("taken:timestamp:time.start ra:double", null, false)]
    [InlineData("x:double taken:timestamp:time.start", "x", false)]
    public void Rows_that_have_a_name_and_a_time_are_observations(string columns, string? key, bool isTaken) => Assert.Equal(isTaken, TableOf(columns, key).Observations is not null);

    [Theory]
    [InlineData("exposure:double::min", "t_exptime", "exposure*60/1")]
    [InlineData("exptime:int", "t_exptime", "exptime*1/1")]
    [InlineData("exptime:double::s elaptime:int::s", "t_exptime", "exptime*1/1 elaptime*1/1")]
    [InlineData("em_min:double::nm", "em_min", "em_min*1/1000000000")]
    [InlineData("blue:double:em.wl;stat.min:Angstrom", "em_min", "blue*1/10000000000")]
    [InlineData("em_min:double::Hz", "em_min", "")]
    [InlineData("em_min:double::furlong", "em_min", "")]
    [InlineData("em_min:char", "em_min", "")]
    [InlineData("object:char targname:char", "target_name", "targname*1/1 object*1/1")]
    [InlineData("TELESCOP:char", "facility_name", "TELESCOP*1/1")]
    [InlineData("filesize_mb:double::Mbyte", "access_estsize", "filesize_mb*1000/1")]
    [InlineData("", "obs_collection", "'t'")]
    [InlineData("", "calib_level", "'1'")]
    [InlineData("calib_level:short", "calib_level", "calib_level=0|1|2|3|4 '1'")]
    [InlineData("", "pol_states", "")]
    public void Columns_are_found_by_name_and_by_UCD_and_converted(string columns, string target, string sources)
    {
        var value = TableOf($"id:long taken:timestamp:time.start {columns}", "id").Observations!.ValueOf(target);
        Assert.Equal(sources, value is null ? "" : string.Join(' ', value.Sources.Select(Show)));
    }

    [Fact]
    public void Columns_that_are_read_belong_to_the_order_of_the_sky()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"c{i}:double"));
        var table = TableOf($"id:long taken:timestamp:time.start seeing:double::arcsec {filler}", "id");
        Assert.Equal(["id", "taken", "seeing"], SkyOrder.ColumnsOf(table).Select(column => column.Name));
    }

    [Fact]
    public void The_table_isnt_made_of_itself() => Assert.Null(ObsCore.Table.Observations);

    [Theory]
    [InlineData("column\tsources\tchoices")]
    [InlineData("column\tsources\tchoices\twith\nno_such\tx\t\t")]
    [InlineData("column\tsources\tchoices\twith\nt_min\tx\ta\t")]
    [InlineData("column\tsources\tchoices\twith\nt_min\tx\t\tno_such")]
    public void A_mapping_that_breaks_its_form_is_refused(string text)
    {
        using var reader = new StringReader(text);
        Assert.Throws<InvalidDataException>(() => MappingFile.Read(reader));
    }

    private static string Show(ObservationSource source) => source switch
    {
        ConstantSource constant => $"'{constant.Text}'",
        ChoiceSource choice => $"{choice.Source.Name}={string.Join('|', choice.Choices.Select(pair => pair.Choice))}",
        ColumnSource column => FormattableString.Invariant($"{column.Source.Name}*{column.Factor}/{column.Divisor}"),
        _ => "?",
    };

    /// <summary>A table of columns name:type:UCD:unit.</summary>
    private static Table TableOf(string columns, string? key) => new("koa", "t", columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(':')).Select(parts => new Column
    {
        Name = parts[0],
        Type = parts[1] switch
        {
            "char" => ColumnType.Text,
            "short" => ColumnType.Short,
            "int" => ColumnType.Int,
            "long" => ColumnType.Long,
            "date" => ColumnType.Date,
            "timestamp" => ColumnType.Timestamp,
            _ => ColumnType.Double,
        },
        Ucd = parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null,
        Unit = parts.Length > 3 ? parts[3] : null,
    })) { KeyColumn = key };
}
