using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation.Headers;

/// <summary>What of a row takes thought in the table of any FITS files: when, where, and by what name.</summary>
internal sealed class HeadersDerivedColumns : IDerivedColumns
{
    private readonly InstrumentDefinition _definition;
    private readonly HeaderStart _start;
    private readonly int? _ra, _dec;
    private readonly ImmutableArray<(string RightAscension, string Declination)> _positionKeywords = [];

    public HeadersDerivedColumns(InstrumentDefinition definition)
    {
        _definition = definition;
        _start = new HeaderStart(definition);
        if (definition.Table.Position is { } position)
        {
            (_ra, _dec) = (definition.OrdinalOf(position.RightAscension), definition.OrdinalOf(position.Declination));
            _positionKeywords = [.. definition.Columns[_ra.Value].Keywords.Zip(definition.Columns[_dec.Value].Keywords)];
        }

        ReadByRules = ((int?[])[definition.UtDateOrdinal, definition.StartOrdinal, _ra, _dec]).OfType<int>().ToFrozenSet();
    }

    /// <inheritdoc/>
    public FrozenSet<int> ReadByRules { get; }

    /// <inheritdoc/>
    public TranslationRefusal? Derive(RecordDraft draft)
    {
        if (_start.Read(draft, out var date, out var time) is { } refusal) return refusal;
        draft[_definition.UtDateOrdinal] = FieldValue.OfDate(date);
        if (time is { } instant && _definition.StartOrdinal is { } start) draft[start] = FieldValue.OfTimestamp(instant.MicrosecondsSinceEpoch);
        SetPosition(draft);
        if (!draft[_definition.KeyOrdinal].IsNull) return null;
        if (draft.File is null) return TranslationRefusal.NoIdentifier(_definition.Table.Name);
        draft.SetText(_definition.KeyOrdinal, IdentifierOf(draft.File, date, time));
        return null;
    }

    /// <summary>Sets both coordinates or none, from the first pair of keywords that gives a position.</summary>
    private void SetPosition(RecordDraft draft)
    {
        foreach (var (ra, dec) in _positionKeywords)
        {
            if (!IsCoordinate(draft, ra, "RA") || !IsCoordinate(draft, dec, "DEC") || HeaderPosition.Read(draft, ra, dec) is not { } position) continue;
            draft.SetReal(_ra!.Value, position.RightAscensionDegrees);
            draft.SetReal(_dec!.Value, position.DeclinationDegrees);
            return;
        }
    }

    /// <summary>The coordinates of an image's reference pixel may be anything: CTYPE tells (FITS 4.0, section 8.2).</summary>
    private static bool IsCoordinate(RecordDraft draft, string keyword, string type) =>
        !keyword.StartsWith("CRVAL", StringComparison.Ordinal) || draft.Header.FindText("CTYPE" + keyword[5..])?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The start and the file's name: cameras that begin anew with number 1 each night would give one name to many. A compressed file is the observation of the plain one.</summary>
    private static string IdentifierOf(string file, DateOnly date, ObservationTime? time)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        foreach (var ending in (string[])[".gz", ".fz"])
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        }

        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return time is { } instant ? $"{day}T{instant.TimeOfDayText[..8].Replace(":", "", StringComparison.Ordinal)}.{name}" : $"{day}.{name}";
    }
}
