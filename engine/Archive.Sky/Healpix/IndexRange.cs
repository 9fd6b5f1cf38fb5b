namespace Archive.Sky.Healpix;

/// <summary>HEALPix NESTED indexes at order 29, both ends included.</summary>
/// <param name="First">The least index.</param>
/// <param name="Last">The greatest index.</param>
public readonly record struct IndexRange(long First, long Last);
