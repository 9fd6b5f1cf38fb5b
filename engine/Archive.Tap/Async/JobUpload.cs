namespace Archive.Tap.Async;

/// <summary>A document that came with a job's parameters and is kept with the job.</summary>
/// <param name="Label">The name of its part, by which UPLOAD names it.</param>
/// <param name="FileName">Name of its file in the job's folder.</param>
internal sealed record JobUpload(string Label, string FileName);
