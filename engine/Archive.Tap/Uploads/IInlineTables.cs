namespace Archive.Tap.Uploads;

/// <summary>Documents that came in the body of a request, by the names of their parts.</summary>
internal interface IInlineTables
{
    /// <summary>Opens one, to be disposed by the caller; null if there is none of this name.</summary>
    Stream? Open(string label);
}
