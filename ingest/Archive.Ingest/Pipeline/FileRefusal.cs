using System.Text.Json.Serialization;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>A file that could not be taken: a line of the quarantine list.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Size">Its size in bytes; -1 where it couldn't be asked for.</param>
/// <param name="Code">A stable code: a name of <see cref="RefusalCode"/> or <see cref="TranslationRefusalCode"/>.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="WhatToDo">How to mend it.</param>
/// <param name="FirstRefused">When it was first refused for this reason.</param>
public sealed record FileRefusal(string Path, long Size, string Code, string Reason, string WhatToDo, DateTimeOffset FirstRefused)
{
    /// <summary>The header is of an instrument that is known: it is worth a copy, to be mended.</summary>
    [JsonIgnore]
    internal bool IsHeaderKept { get; private init; }

    internal static FileRefusal Of(string path, HeaderRefusal refusal, DateTimeOffset now) =>
        new(path, SizeOf(path), refusal.Code.ToString(), refusal.Message, refusal.Remedy, now);

    internal static FileRefusal Of(string path, TranslationRefusal refusal, DateTimeOffset now) =>
        new(path, SizeOf(path), refusal.Code.ToString(), refusal.Message, refusal.Remedy, now)
        {
            IsHeaderKept = refusal.Code is not (TranslationRefusalCode.NoInstrument or TranslationRefusalCode.UnknownInstrument or TranslationRefusalCode.OtherInstrument),
        };

    /// <summary>The same refusal, whenever it was.</summary>
    internal bool IsSameAs(FileRefusal other) => this with { FirstRefused = other.FirstRefused, IsHeaderKept = other.IsHeaderKept } == other;

    private static long SizeOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return -1;
        }
    }
}
