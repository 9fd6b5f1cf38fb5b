using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;

namespace Archive.Adql.Tests;

/// <summary>
/// Queries and the SQL they become: <c>=</c> SQL, <c>$</c> parameters, <c>:</c> result columns as name, SQL type, unit. So that people can read the cases, ranges of cells
/// are shown as <c>&lt;cells of t1&gt;</c> and encoded shapes as what they hold; <see cref="SkySearchTests"/> looks at the cells.
/// </summary>
public sealed partial class TranslationTests
{
    private const string Marks = "=$:";

    [Theory]
    [InlineData("tutorial.cases")]
    [InlineData("bench.cases")]
    [InlineData("translation.cases")]
    [InlineData("geometry.cases")]
    [InlineData("joins.cases")]
    public void Queries_translate_to_the_SQL_of_their_case(string file) => CaseFile.Check(file, Marks, query => Show(AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default)));

    internal static string Show(TranslatedQuery query)
    {
        var text = new StringBuilder("= ").Append(Readable(query.Sql));
        for (var i = 0; i < query.Parameters.Length; i++) text.Append(CultureInfo.InvariantCulture, $"\n$ {i + 1} {Show(query.Parameters[i])}");
        return text.Append("\n: ").AppendJoin(", ", query.Columns.Select(Show)).ToString();
    }

    private static string Readable(string sql) => EncodedShape().Replace(Cells().Replace(sql, "<cells of $1>"), match => Show(SkyShape.Decode(Convert.FromHexString(match.Groups[1].Value.Replace("\\x", "", StringComparison.Ordinal)))));

    private static string Show(SkyShape shape) => shape switch
    {
        CircleShape circle => string.Create(CultureInfo.InvariantCulture, $"<circle {circle.LonDegrees} {circle.LatDegrees} {circle.RadiusDegrees}>"),
        BoxShape box => string.Create(CultureInfo.InvariantCulture, $"<box {box.LonDegrees} {box.LatDegrees} {box.WidthDegrees} {box.HeightDegrees}>"),
        PolygonShape polygon => $"<polygon {string.Join(' ', polygon.LonLatDegrees.ToArray().Select(degrees => degrees.ToString(CultureInfo.InvariantCulture)))}>",
        MocShape moc => $"<moc {moc}>",
        _ => $"<{shape.GetType().Name}>",
    };

    [GeneratedRegex(@"(t\d+)\.__cell BETWEEN \d+ AND \d+( AND \(t\d+\.__cell BETWEEN \d+ AND \d+( OR t\d+\.__cell BETWEEN \d+ AND \d+)+\))?")]
    private static partial Regex Cells();

    [GeneratedRegex(@"'((?:\\x[0-9A-F]{2})+)'::BLOB")]
    private static partial Regex EncodedShape();

    private static string Show(SqlParameter parameter) => parameter.Kind switch
    {
        SqlParameterKind.Text => $"'{parameter.Text}'",
        SqlParameterKind.Date => parameter.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => parameter.Instant.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
    };

    private static string Show(Column column) => $"{column.Name} {column.Type.SqlTypeName()}{(column.Type.IsGeometry ? " " + column.Type.Xtype : "")}{(column.Unit is null ? "" : " " + column.Unit)}";
}
