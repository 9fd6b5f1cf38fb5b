using System.Collections.Immutable;
using System.IO.Compression;
using Archive.Catalogue.Tables;
using Archive.Engine.Uploads;
using Archive.Formats.Reading;
using Archive.Tap.Errors;

namespace Archive.Tap.Uploads;

/// <summary>The tables that a query brings along, opened: what their columns are is known, their rows are read when the query starts.</summary>
internal sealed class QueryUploads : IDisposable
{
    private readonly List<IDisposable> opened = [];
    private readonly List<UploadedTable> tables = [];

    /// <summary>No table: nothing to dispose.</summary>
    public static QueryUploads None { get; } = new();

    public IReadOnlyCollection<UploadedTable> Tables => tables;

    /// <summary>Opens one more table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="document">A VOTable, a FITS file or an IPAC table, which may be gzipped; disposed with this.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="TapException">It is no table that can be read, or is beyond a limit.</exception>
    public void Add(string name, Stream document, TapOptions options)
    {
        opened.Add(document);
        var bounded = options.Bounded(Unpacked(document), name);
        opened.Add(bounded);
        var limits = new TableReadLimits
        {
            MaximumRows = options.MaximumUploadRows,
            MaximumRowsName = nameof(TapOptions.MaximumUploadRows),
            MaximumArrayBytes = (long)options.MaximumUploadMegabytes << 20,
            MaximumArrayBytesName = nameof(TapOptions.MaximumUploadMegabytes),
        };
        var reader = Told(name, () => TableReader.Open(bounded, limits));
        opened.Add(reader);
        tables.Add(new UploadedTable(Define(name, reader), (appender, cancellation) => Told(name, () => reader.AppendTo(appender, cancellation))));
    }

    public void Dispose()
    {
        for (var last = opened.Count - 1; last >= 0; last--) opened[last].Dispose();
    }

    /// <summary>Whatever the columns are called, the store knows them by their numbers.</summary>
    private static Table Define(string name, TableReader reader)
    {
        ImmutableArray<Column> columns = [.. reader.Columns.Select((column, index) => column with { StoredAs = FormattableString.Invariant($"u{index + 1}"), IsPrincipal = true })];
        return new Table(UploadSchema.SchemaName, name, columns) { Description = reader.Description, Utype = reader.Utype, IsListedWithSchema = true };
    }

    private static Stream Unpacked(Stream document)
    {
        var start = new byte[2];
        var length = document.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        document.Position -= length;
        return length == 2 && start is [0x1F, 0x8B] ? new GZipStream(document, CompressionMode.Decompress) : document;
    }

    private static T Told<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableReadException error)
        {
            throw TapException.BadRequest($"UPLOAD {name}: {error.Message}");
        }
        catch (InvalidDataException error)
        {
            throw TapException.BadRequest($"UPLOAD {name}: it can't be unpacked: {error.Message}");
        }
    }
}
