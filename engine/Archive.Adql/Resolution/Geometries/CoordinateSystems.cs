using System.Collections.Frozen;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>
/// The coordinate system that a geometry's first argument may name (ADQL 2.0, section 2.4.1; deprecated in 2.1, section 4.2.6): a frame, then perhaps words for where the
/// observer is and how many coordinates there are, all in any case. Only the frame makes a difference.
/// </summary>
internal static class CoordinateSystems
{
    private static readonly FrozenSet<string> OtherWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "UNKNOWNFRAME", "BARYCENTER", "GEOCENTER", "HELIOCENTER", "TOPOCENTER", "LSR", "RELOCATABLE", "UNKNOWNREFPOS", "SPHERICAL2", "CARTESIAN2", "CARTESIAN3");

    /// <summary>Reads a coordinate system; the frame is null where it names none. False if a word is unknown, or if it names two frames.</summary>
    public static bool TryRead(string text, out SkyFrame? frame)
    {
        frame = null;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (FrameNames.TryParseWord(word, out var named))
            {
                if (frame is not null && frame != named) return false;
                frame = named;
            }
            else if (!OtherWords.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
