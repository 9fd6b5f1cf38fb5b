namespace Archive.Sky.Frames;

/// <summary>
/// Names of frames: those of the IVOA vocabulary <c>refframe</c>, which are case-sensitive, and the words that STC-S, COOSYS
/// and habit use for the same frames in any case.
/// </summary>
public static class FrameNames
{
    private static readonly (string Name, SkyFrame Frame)[] Vocabulary =
    [
        ("ICRS", SkyFrame.Icrs),
        ("FK5", SkyFrame.Fk5),
        ("FK4", SkyFrame.Fk4),
        ("GALACTIC", SkyFrame.Galactic),
        ("ECLIPTIC", SkyFrame.Ecliptic),
        ("SUPER_GALACTIC", SkyFrame.Supergalactic),
    ];

    private static readonly Dictionary<string, SkyFrame> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["J2000"] = SkyFrame.Fk5,
        ["EQ_FK5"] = SkyFrame.Fk5,
        ["B1950"] = SkyFrame.Fk4,
        ["EQ_FK4"] = SkyFrame.Fk4,
        ["GALACTIC_II"] = SkyFrame.Galactic,
        ["ECL_FK5"] = SkyFrame.Ecliptic,
        ["SUPERGALACTIC"] = SkyFrame.Supergalactic,
    };

    /// <summary>The names in the vocabulary of the frames known here.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Vocabulary.Select(entry => entry.Name)];

    /// <summary>The frame's name in the vocabulary.</summary>
    public static string Of(SkyFrame frame) => Array.Find(Vocabulary, entry => entry.Frame == frame).Name;

    /// <summary>Reads a name of the vocabulary, in its own case only.</summary>
    public static bool TryParse(string refframe, out SkyFrame frame)
    {
        int found = Array.FindIndex(Vocabulary, entry => entry.Name == refframe);
        frame = found < 0 ? default : Vocabulary[found].Frame;
        return found >= 0;
    }

    /// <summary>Reads a name of the vocabulary or another word for a frame, such as J2000 or B1950, in any case.</summary>
    public static bool TryParseWord(string word, out SkyFrame frame) =>
        TryParse(word.ToUpperInvariant(), out frame) || Words.TryGetValue(word, out frame);
}
