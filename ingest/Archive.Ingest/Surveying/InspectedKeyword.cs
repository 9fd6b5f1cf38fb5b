using System.Collections.Immutable;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Surveying;

/// <summary>One keyword of an inspection.</summary>
/// <param name="Keyword">The keyword; of the HIERARCH convention the name behind that word.</param>
/// <param name="Headers">Headers in which it has a value.</param>
/// <param name="Type">The type that holds all its values, as definition files name it.</param>
/// <param name="Unit">Its unit by VOUnits, where its comment begins with one in brackets; else empty.</param>
/// <param name="Columns">The columns that it would feed: standard ones first, then its own.</param>
/// <param name="Examples">Some values, as headers have them.</param>
/// <param name="Comment">The comment of the card that was met first.</param>
public sealed record InspectedKeyword(
    string Keyword, long Headers, string Type, string Unit, ImmutableArray<string> Columns, ImmutableArray<string> Examples, string Comment)
{
    internal static InspectedKeyword Of(KeywordProfile profile, DefinitionText definition) => new(
        profile.Keyword, profile.Headers, ColumnReader.NameOf(profile.Kind!.Value), FoundColumns.UnitOf(profile),
        [.. definition.Columns.Select(column => column.Fields).Where(fields => FoundColumns.KeywordsOf(fields).Contains(profile.Keyword, StringComparer.OrdinalIgnoreCase)).Select(FoundColumns.NameOf)],
        profile.Examples, profile.Comment);
}
