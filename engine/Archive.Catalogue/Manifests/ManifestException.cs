namespace Archive.Catalogue.Manifests;

/// <summary>An archive's folder doesn't hold what its manifest promises. The message names the file and what to do.</summary>
public sealed class ManifestException(string message, Exception? inner = null) : Exception(message, inner);
