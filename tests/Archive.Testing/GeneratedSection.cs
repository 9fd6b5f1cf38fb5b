using Xunit;

namespace Archive.Testing;

/// <summary>A part of a page that is made of what the code or the tests say. It stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>.</summary>
public static class GeneratedSection
{
    /// <summary>Holds that a section says what it should, or writes it anew.</summary>
    /// <param name="page">Path of the page, from the repository's root.</param>
    /// <param name="name">What the section's marks call it.</param>
    /// <param name="content">What it should say: whole lines.</param>
    /// <param name="isUpdate">True to write it.</param>
    public static void Check(string page, string name, string content, bool isUpdate)
    {
        var path = Path.Combine(SharedData.RepositoryRoot, page);
        var text = File.ReadAllText(path);
        var (mark, endMark) = ($"<!-- {name} -->\n\n", $"\n<!-- end of {name} -->");
        var begin = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        Assert.True(begin >= mark.Length, $"{page} has no section '{name}'.");
        var end = text.IndexOf(endMark, begin - 1, StringComparison.Ordinal);
        Assert.True(end >= begin - 1, $"The section '{name}' of {page} has no end.");
        if (isUpdate) File.WriteAllText(path, text[..begin] + content + text[end..]);
        else Assert.Equal(content, text[begin..Math.Max(begin, end)]);
    }
}
