using Archive.Sky.Frames;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Composites;

namespace Archive.Sky.Stcs;

/// <summary>
/// Reads the STC-S of TAP 1.0, section 6: Position, Circle, Box, Polygon, and Union, Intersection, Difference and Not of such
/// in brackets; AllSky too. After each name may stand a frame, a reference position and SPHERICAL2; words may have any case.
/// </summary>
/// <remarks>
/// Coordinates are degrees, and a box has its whole width and height. A shape within another is in the other's frame unless it
/// names its own, and is then turned to it.
/// </remarks>
public sealed class StcsReader
{
    /// <summary>The longest text taken, in characters.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>The most levels of shapes within shapes.</summary>
    public const int MaxDepth = 16;

    private const string Example = "Write a region such as Circle ICRS 10.5 -20 0.5.";

    private readonly StcsTokens _tokens;

    private StcsReader(string text) => _tokens = new StcsTokens(text);

    /// <summary>The region that a text describes.</summary>
    /// <exception cref="ShapeTextException">The text is no such region, or too long or too deep.</exception>
    public static StcsRegion Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new ShapeTextException(
                FormattableString.Invariant($"A region may be {MaxLength} characters long; this one is {text.Length}."),
                MaxLength, 0, "Leave out what isn't needed.");
        }

        var reader = new StcsReader(text);
        StcsRegion region = reader.Region(outer: null, depth: 0);
        return reader._tokens.AtEnd
            ? region
            : throw reader._tokens.Wrong($"{reader._tokens.Shown()} stands after the end of the region.", "Put several regions into Union ( … ).");
    }

    private StcsRegion Region(SkyFrame? outer, int depth)
    {
        if (depth > MaxDepth)
        {
            throw _tokens.Wrong(
                FormattableString.Invariant($"Regions within regions may go {MaxDepth} levels deep."), "Write a flatter region.");
        }

        string name = _tokens.Current.ToString().ToUpperInvariant();
        if (StcsWords.OtherShapes.TryGetValue(name, out string? instead))
        {
            throw _tokens.Wrong($"{_tokens.Shown()} is not among the regions that are read here.", instead);
        }

        int start = _tokens.Start;
        if (name is not ("POSITION" or "CIRCLE" or "BOX" or "POLYGON" or "ALLSKY" or "UNION" or "INTERSECTION" or "DIFFERENCE" or "NOT"))
        {
            throw _tokens.Wrong($"{_tokens.Shown()} stands where the name of a region should be.", Example);
        }

        _tokens.MoveNext();
        SkyFrame frame = Frame() ?? outer ?? SkyFrame.Icrs;
        SkipReferencePositionAndFlavor();
        try
        {
            SkyShape shape = Shape(name, frame, depth);
            return new StcsRegion(frame, shape);
        }
        catch (ArgumentException e)
        {
            throw new ShapeTextException(e.Message, start, _tokens.PreviousEnd - start, "Give degrees within their limits.");
        }
    }

    private SkyShape Shape(string name, SkyFrame frame, int depth)
    {
        switch (name)
        {
            case "POSITION":
                return SkyShape.FromNumbers(Numbers("Position", "longitude and latitude", 2));
            case "CIRCLE":
                return SkyShape.FromNumbers(Numbers("Circle", "longitude, latitude and radius", 3));
            case "BOX":
                return SkyShape.FromNumbers(Numbers("Box", "longitude, latitude, width and height", 4));
            case "POLYGON":
                return new PolygonShape(Numbers("Polygon", "longitude and latitude of each vertex", null));
            case "ALLSKY":
                return new CircleShape(0, 0, 180);
            case "UNION":
                return new UnionShape(Parts(frame, depth));
            case "INTERSECTION":
                return new IntersectionShape(Parts(frame, depth));
            case "DIFFERENCE":
                List<SkyShape> parts = Parts(frame, depth);
                return new IntersectionShape([.. parts.Take(1), .. parts.Skip(1).Select(part => new ComplementShape(part))]);
            default:
                return new ComplementShape(Only(frame, depth));
        }
    }

    private SkyFrame? Frame()
    {
        if (_tokens.Take("UNKNOWNFRAME"))
        {
            return SkyFrame.Icrs;
        }

        if (!FrameNames.TryParseWord(_tokens.Current.ToString(), out SkyFrame frame))
        {
            return null;
        }

        _tokens.MoveNext();
        return frame;
    }

    private void SkipReferencePositionAndFlavor()
    {
        if (StcsWords.ReferencePositions.Contains(_tokens.Current.ToString()))
        {
            _tokens.MoveNext();
        }

        if (StcsWords.OtherFlavors.Contains(_tokens.Current.ToString()))
        {
            throw _tokens.Wrong($"{_tokens.Shown()} coordinates are not read here.", "Write longitudes and latitudes in degrees, SPHERICAL2.");
        }

        _tokens.Take(StcsWords.Flavor);
    }

    private double[] Numbers(string name, string what, int? count)
    {
        var numbers = new List<double>();
        while (_tokens.TakeNumber(out double number))
        {
            numbers.Add(number);
        }

        // Words such as 'unit' belong to full STC-S; what else stands here is a slip.
        bool ended = _tokens.AtEnd || _tokens.Is("(") || _tokens.Is(")") || char.IsAsciiLetter(_tokens.Current[0]);
        return ended && (count is null || numbers.Count == count)
            ? [.. numbers]
            : throw _tokens.Wrong(
                count is null || ended
                    ? FormattableString.Invariant($"A {name} has {what}: {numbers.Count} numbers are no such list.")
                    : $"{_tokens.Shown()} stands where a number should be.",
                $"Write {name}, a frame, and {what} in degrees.");
    }

    private List<SkyShape> Parts(SkyFrame frame, int depth)
    {
        Expect("(", "Write the regions in brackets.");
        var parts = new List<SkyShape>();
        while (!_tokens.Take(")"))
        {
            if (_tokens.AtEnd || parts.Count == CompositeShape.MaxParts)
            {
                throw _tokens.Wrong(
                    _tokens.AtEnd
                        ? "The text ends before the bracket is closed."
                        : FormattableString.Invariant($"A region may be made of {CompositeShape.MaxParts} others; here are more."),
                    "Close the bracket.");
            }

            parts.Add(Part(frame, depth));
        }

        return parts;
    }

    private SkyShape Only(SkyFrame frame, int depth)
    {
        bool bracket = _tokens.Take("(");
        SkyShape only = Part(frame, depth);
        if (bracket)
        {
            Expect(")", "Not takes one region; put several into Union ( … ).");
        }

        return only;
    }

    private SkyShape Part(SkyFrame frame, int depth)
    {
        StcsRegion part = Region(frame, depth + 1);
        return part.Shape.Transformed(FrameTransform.Between(part.Frame, frame));
    }

    private void Expect(string bracket, string hint)
    {
        if (!_tokens.Take(bracket))
        {
            throw _tokens.Wrong($"{_tokens.Shown()} stands where '{bracket}' should be.", hint);
        }
    }
}
