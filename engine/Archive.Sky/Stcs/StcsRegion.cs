using Archive.Sky.Frames;
using Archive.Sky.Shapes;

namespace Archive.Sky.Stcs;

/// <summary>What an STC-S text says: a shape and the frame that its degrees are in.</summary>
/// <param name="Frame">The frame; ICRS where the text names none, or UNKNOWNFRAME.</param>
/// <param name="Shape">The shape in that frame.</param>
public sealed record StcsRegion(SkyFrame Frame, SkyShape Shape)
{
    /// <summary>The shape in ICRS.</summary>
    public SkyShape InIcrs => Shape.Transformed(FrameTransform.Between(Frame, SkyFrame.Icrs));
}
