using System.Collections.Immutable;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Store;

/// <summary>Finds former states of an archive by what a user says of them.</summary>
internal sealed class PastSnapshots(ArchiveFolder folder)
{
    /// <param name="choice">What the user says.</param>
    /// <param name="present">The present state, of which the tables stay that the choice doesn't speak of.</param>
    /// <returns>The snapshot; <paramref name="present"/> itself where that is what is meant.</returns>
    /// <exception cref="QueryException">There is no such table or snapshot.</exception>
    public Snapshot Find(SnapshotChoice choice, Snapshot present)
    {
        var unknown = choice.Numbers.Keys.Where(name => !present.ManifestNumbers.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw NotThere($"There is no table '{unknown[0]}' of which snapshots are kept. These are: {string.Join(", ", present.ManifestNumbers.Keys)}.");
        var numbers = present.ManifestNumbers.ToImmutableSortedDictionary(pair => pair.Key, pair => NumberOf(pair.Key, choice, pair.Value));
        if (numbers.SequenceEqual(present.ManifestNumbers)) return present;
        var tables = numbers.Where(pair => pair.Value > 0).Select(pair => TableOf(pair.Key, pair.Value)).ToList();
        return new Snapshot(StoredTables.Describe(tables), numbers);
    }

    private int NumberOf(string table, SnapshotChoice choice, int present)
    {
        if (choice.Numbers.TryGetValue(table, out var number))
        {
            return number == 0 || number == present || new ManifestStore(folder.Table(table)).Numbers().Contains(number) ? number : throw NotThere(
                FormattableString.Invariant($"There is no snapshot {number} of {table}: it was pruned, or never was. There are {NumbersOf(table)}."));
        }

        return choice.AsOf is { } instant ? NewestAt(instant, table, present) : present;
    }

    /// <summary>Manifests are numbered in the order of time, so some looks suffice.</summary>
    private int NewestAt(DateTimeOffset instant, string table, int present)
    {
        var manifests = new ManifestStore(folder.Table(table));
        var numbers = manifests.Numbers().Where(number => number <= present).Reverse().ToArray();
        var (least, beyond) = (0, numbers.Length);
        while (least < beyond)
        {
            var middle = (least + beyond) / 2;
            if (manifests.Read(numbers[middle]).Created <= instant) least = middle + 1;
            else beyond = middle;
        }

        if (least > 0) return numbers[least - 1];
        return numbers is [] or [1, ..] ? 0 : throw NotThere(
            FormattableString.Invariant($"What {table} held at {instant:yyyy-MM-dd'T'HH:mm:ss'Z'} was pruned: its oldest snapshot is {numbers[0]}, of {manifests.Read(numbers[0]).Created.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}."));
    }

    private Table TableOf(string name, int number)
    {
        var table = folder.Table(name);
        return TableDescription.Read(table.DescriptionOf(new ManifestStore(table).Read(number)));
    }

    private string NumbersOf(string table) => string.Join(", ", new ManifestStore(folder.Table(table)).Numbers().Reverse());

    private static QueryException NotThere(string message) => new(QueryFailure.Snapshot, message);
}
