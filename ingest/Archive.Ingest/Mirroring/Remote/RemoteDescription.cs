using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.Ingest.Importing;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>Makes the definition of the mirrored table, out of the remote's TAP_SCHEMA and of the FIELDs that it really sends.</summary>
internal sealed class RemoteDescription(RemoteService service, MirrorOptions options)
{
    private readonly List<string> _notes = [];

    /// <param name="known">The table as it is here already; null before the first run.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IngestException">There is no such table, or it hasn't the columns.</exception>
    /// <exception cref="RemoteRefusalException">The service refuses to show a row of it.</exception>
    public async Task<RemoteTable> ReadAsync(Table? known, CancellationToken cancellation)
    {
        var schema = new TapSchemaReading(service);
        var listed = await schema.FindAsync(options.RemoteTable, cancellation);
        var name = listed ?? options.RemoteTable;
        var declared = listed is null ? [] : Wanted(await schema.ColumnsAsync(listed, cancellation));
        if (declared.IsEmpty) _notes.Add("The remote's TAP_SCHEMA doesn't describe the columns: they are taken as it sends them.");
        var list = declared.Length > 0 ? string.Join(", ", declared.Select(column => column.Written)) : options.Columns.Length > 0 ? string.Join(", ", options.Columns) : "*";
        var sent = (await service.AskAsync($"SELECT TOP 1 {list} FROM {name}", cancellation, maximumRows: 1)).Columns;
        if (declared.Length > 0 && sent.Length != declared.Length) throw new IngestException($"{service.Address} sends {sent.Length} columns of {name} where {declared.Length} were asked for.");
        var (description, utype) = listed is null ? (null, null) : await schema.DescribeAsync(listed, cancellation);
        ImmutableArray<Column> columns = [.. sent.Select((field, index) => declared.Length > 0 ? Merged(declared[index], field) : field with { IsPrincipal = true })];
        var written = declared.Length > 0 ? declared.Select(column => column.Written) : columns.Select(column => Adql(column.Name));
        var table = new RemoteTable(name, new Table(InstrumentFile.SchemaName, options.TableName, columns), [.. written], _notes) { Where = options.Where };
        return table with { Definition = await WithRolesAsync(table, known, description, utype, cancellation) };
    }

    private ImmutableArray<DeclaredColumn> Wanted(ImmutableArray<DeclaredColumn> all)
    {
        if (options.Columns.IsEmpty || all.IsEmpty) return all;
        var unknown = options.Columns.Where(wanted => !all.Any(column => column.Column.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (unknown.Length > 0) throw new IngestException($"{options.RemoteTable} has no column {string.Join(", ", unknown)}. It has {string.Join(", ", all.Select(column => column.Column.Name))}.");
        return [.. all.Where(column => options.Columns.Contains(column.Column.Name, StringComparer.OrdinalIgnoreCase))];
    }

    private static Column Merged(DeclaredColumn declared, Column field) => declared.Column with
    {
        Type = DeclaredType.Settle(declared.IsTyped ? declared.Column.Type : null, field.Type),
        Unit = declared.Column.Unit ?? field.Unit,
        Ucd = declared.Column.Ucd ?? field.Ucd,
        Utype = declared.Column.Utype ?? field.Utype,
        Description = declared.Column.Description ?? field.Description,
    };

    private async Task<Table> WithRolesAsync(RemoteTable remote, Table? known, string? description, string? utype, CancellationToken cancellation)
    {
        var columns = remote.Definition.Columns;
        var key = known is not null ? columns.FirstOrDefault(column => column.Name == known.KeyColumn) : await KeyAsync(remote, cancellation);
        var position = ColumnRoles.Positions(columns, column => column).Select(pair => new PositionColumns(pair.RightAscension.Name, pair.Declination.Name)).FirstOrDefault();
        return new Table(remote.Definition.Schema, remote.Definition.Name, columns.Select(column => Meaning(column, key, position)))
        {
            Description = description,
            Utype = utype,
            KeyColumn = key?.Name,
            Position = position,
        };
    }

    /// <summary>What a column's role tells of it where the remote tells nothing.</summary>
    private static Column Meaning(Column column, Column? key, PositionColumns? position)
    {
        var (isRightAscension, isDeclination) = (column.Name == position?.RightAscension, column.Name == position?.Declination);
        if (isRightAscension || isDeclination)
            return column with { Type = ColumnType.Double, Unit = column.Unit ?? "deg", Ucd = column.Ucd ?? (isRightAscension ? "pos.eq.ra;meta.main" : "pos.eq.dec;meta.main") };
        return column.Name == key?.Name ? column with { Ucd = column.Ucd ?? "meta.id;meta.main" } : column;
    }

    /// <summary>The first column that could be the key and has as many values as there are rows.</summary>
    private async Task<Column?> KeyAsync(RemoteTable remote, CancellationToken cancellation)
    {
        foreach (var candidate in ColumnRoles.Keys(remote.Definition.Columns, column => column))
        {
            try
            {
                var counts = (await service.AskAsync(remote.Select($"COUNT(*) AS n, COUNT(DISTINCT {remote.WrittenOf(candidate)}) AS d"), cancellation)).Rows;
                if (counts is [[var rows, var distinct]] && rows == distinct) return candidate;
                _notes.Add($"{candidate.Name}: not taken as the key, since not every row has a value of its own in it.");
            }
            catch (RemoteRefusalException)
            {
                _notes.Add($"{candidate.Name}: not taken as the key, since the remote doesn't count its distinct values.");
            }
        }

        return null;
    }

    private static string Adql(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && char.IsAsciiLetter(name[0]) ? name : DuckDb.SqlText.Identifier(name);
}
