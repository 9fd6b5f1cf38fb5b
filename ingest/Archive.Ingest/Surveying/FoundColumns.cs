using System.Text;
using Archive.Catalogue.Units;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Surveying;

/// <summary>
/// Brings a definition in step with the headers that it is to take: a keyword that no column is made of alone gets one, and a column of one keyword becomes as wide as the
/// keyword's values ask. Nothing else changes, so that what a table has stays.
/// </summary>
internal static class FoundColumns
{
    /// <summary>Columns of one table at most, those that are there already included.</summary>
    public const int MostColumns = 1000;

    /// <summary>How a column is called whose keyword's name is taken by another.</summary>
    private const string NameTaken = "_kw";

    private static readonly int Name = Place("name"), Type = Place("type"), Width = Place("width"), Unit = Place("unit"), Keywords = Place("keywords"), Description = Place("description");

    /// <returns>How many keywords got no column because the table has as many as it may.</returns>
    public static int AddTo(DefinitionText definition, HeaderSurvey survey)
    {
        var ofOneKeyword = definition.Columns.Where(column => column.Fields[Keywords].Length > 0 && !column.Fields[Keywords].AsSpan().ContainsAny(",*@"))
            .GroupBy(column => column.Fields[Keywords].ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(columns => columns.Key, columns => columns.First().Fields, StringComparer.Ordinal);
        var names = definition.Columns.Select(column => column.Fields[Name]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var leftOut = 0;
        foreach (var profile in survey.Keywords)
        {
            if (ofOneKeyword.TryGetValue(profile.Keyword, out var column)) Widen(column, profile.Kind!.Value);
            else if (definition.Columns.Count >= MostColumns || FreeName(profile.Keyword, names) is not { } name) leftOut++;
            else definition.Columns.Add((FieldsOf(name, profile), 0));
        }

        return leftOut;
    }

    /// <summary>Takes over what a table's former definition found in headers: columns that the new one doesn't have, and what width others have come to.</summary>
    public static void Keep(DefinitionText definition, DefinitionText former)
    {
        var columns = definition.Columns.ToDictionary(column => column.Fields[Name], column => column.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (fields, _) in former.Columns)
        {
            if (!columns.TryGetValue(fields[Name], out var own)) definition.Columns.Add((fields, 0));
            else if (own[Keywords] == fields[Keywords] && ColumnReader.Kinds.ContainsKey(own[Type]) && ColumnReader.Kinds.TryGetValue(fields[Type], out var kind)) Widen(own, kind);
        }
    }

    /// <summary>The keyword in lower case, other characters than letters, digits and underscores made underscores; null where no letter begins it and none can.</summary>
    internal static string? NameOf(string keyword)
    {
        var name = new StringBuilder(keyword.Length);
        foreach (var character in keyword.ToLowerInvariant())
        {
            var isPart = char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
            if (isPart) name.Append(character);
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        }

        while (name.Length > 0 && name[^1] == '_') name.Length--;
        if (name.Length == 0) return null;
        if (!char.IsAsciiLetterLower(name[0])) name.Insert(0, "k_");
        return name.Length <= 56 ? name.ToString() : name.ToString(0, 56);
    }

    /// <summary>The unit that the keyword's comment tells; empty where it tells none.</summary>
    internal static string UnitOf(KeywordProfile profile) => UnitAndComment(profile).Unit;

    internal static string NameOf(string[] column) => column[Name];

    /// <summary>The keywords of a column's fields, the factors of products each by itself.</summary>
    internal static string[] KeywordsOf(string[] column) => column[Keywords].Split([',', '*'], StringSplitOptions.RemoveEmptyEntries);

    private static string? FreeName(string keyword, HashSet<string> taken)
    {
        // Such a keyword can't be written into a list of keywords, or would be read as something else there.
        if (keyword.AsSpan().ContainsAny(",*@\t") || NameOf(keyword) is not { } name) return null;
        if (taken.Add(name)) return name;
        for (var number = 1; ; number++)
        {
            var other = number == 1 ? name + NameTaken : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{NameTaken}{number}");
            if (taken.Add(other)) return other;
        }
    }

    private static string[] FieldsOf(string name, KeywordProfile profile)
    {
        var (unit, description) = UnitAndComment(profile);
        var fields = Enumerable.Repeat("", DefinitionText.FieldNames.Length).ToArray();
        fields[Name] = name;
        SetType(fields, profile.Kind!.Value);
        fields[Unit] = profile.Kind is ColumnKind.Integer or ColumnKind.Long or ColumnKind.Real ? unit : "";
        fields[Keywords] = profile.Keyword;
        fields[Description] = description;
        return fields;
    }

    private static void Widen(string[] column, ColumnKind kind)
    {
        var widest = ValueKinds.Widest(ColumnReader.Kinds[column[Type]], kind);
        if (widest == ColumnReader.Kinds[column[Type]]) return;
        SetType(column, widest);
        if (widest == ColumnKind.Text) column[Unit] = "";
    }

    private static void SetType(string[] column, ColumnKind kind)
    {
        column[Type] = ColumnReader.NameOf(kind);
        column[Width] = kind == ColumnKind.Text ? ColumnReader.AnyWidth : "";
    }

    /// <summary>A comment may begin with the unit in brackets (FITS 4.0, section 4.3.2); what is in them and no unit stays part of the comment.</summary>
    private static (string Unit, string Description) UnitAndComment(KeywordProfile profile)
    {
        var comment = string.Join(' ', profile.Comment.Split(['\t', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var unit = "";
        if (comment.StartsWith('[') && comment.IndexOf(']', StringComparison.Ordinal) is var end and > 1 && IsUnit(comment[1..end])) (unit, comment) = (comment[1..end], comment[(end + 1)..].Trim());
        return (unit, comment.Length > 0 ? comment : $"Keyword {profile.Keyword}.");
    }

    private static bool IsUnit(string text)
    {
        try
        {
            UnitParser.Parse(text);
            return true;
        }
        catch (UnitSyntaxException)
        {
            return false;
        }
    }

    private static int Place(string field) => DefinitionText.FieldNames.IndexOf(field);
}
