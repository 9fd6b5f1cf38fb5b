using System.Collections.Immutable;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Surveying;

/// <summary>What a survey has seen of one keyword.</summary>
public sealed class KeywordProfile
{
    private const int MostExamples = 3, LongestExample = 60;

    private readonly List<(string Path, string Text)> _examples = [];

    internal KeywordProfile(string keyword) => Keyword = keyword;

    /// <summary>The keyword in capitals; of the HIERARCH convention the name behind that word.</summary>
    public string Keyword { get; }

    /// <summary>Headers in which it has a value.</summary>
    public long Headers { get; private set; }

    /// <summary>The kind of column that holds all its values; null where it has none that a column can hold.</summary>
    public ColumnKind? Kind { get; private set; }

    /// <summary>Where it was met first: the file's path and the card's number.</summary>
    public (string Path, int Card) First { get; private set; } = ("", 0);

    /// <summary>The comment of the card that was met first; empty where it has none.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>Some of its values as headers have them, from the first files by path on, each once.</summary>
    public ImmutableArray<string> Examples => [.. _examples.OrderBy(example => example.Path, PathOrder.Comparer).Select(example => example.Text)];

    internal void Add(HeaderCard card, ColumnKind kind, string path)
    {
        if (Headers++ == 0 || IsBefore(path, First.Path)) (First, Comment) = ((path, card.CardNumber), card.Comment);
        Kind = Kind is { } known ? ValueKinds.Widest(known, kind) : kind;
        AddExample(card.Value.Text, path);
    }

    /// <summary>Keeps the first by path, whichever thread brought them.</summary>
    private void AddExample(string value, string path)
    {
        var text = value.Length <= LongestExample ? value : value[..LongestExample] + "...";
        var same = _examples.FindIndex(example => example.Text == text);
        if (same >= 0)
        {
            if (IsBefore(path, _examples[same].Path)) _examples[same] = (path, text);
            return;
        }

        _examples.Add((path, text));
        if (_examples.Count <= MostExamples) return;
        _examples.RemoveAt(_examples.IndexOf(_examples.MaxBy(example => example.Path, PathOrder.Comparer)));
    }

    private static bool IsBefore(string path, string other) => PathOrder.Comparer.Compare(path, other) < 0;
}
