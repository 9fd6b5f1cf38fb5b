namespace Archive.DataSamples.Nights;

/// <summary>What a frame is meant to be, in the words of <c>koaimtyp</c>: headers get the state of lamps and shutter that the archive's rule takes for it.</summary>
internal enum FrameKind
{
    Object,
    ObjectLampOn,
    ArcLamp,
    FlatLamp,
    Trace,
    Focus,
    Bias,
    Dark,
    Undefined,
}
