using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;
using static Archive.Ingest.Tests.Partitioning.TestTable;

namespace Archive.Ingest.Tests.Partitioning;

public sealed class IngestSessionTests : IDisposable
{
    private readonly TestTable _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public void Every_night_becomes_one_file_and_the_manifest_tells_the_truth_about_it()
    {
        var summary = _table.Ingest(Record("b", "2004-08-24"), Record("c", "2004-08-25"), Record("a", "2004-08-24"));

        Assert.Equal((3, 0, 0, 0, 1, true), (summary.New, summary.Changed, summary.Unchanged, summary.LeftOutCount, summary.ManifestNumber, summary.IsCommitted));
        Assert.Equal(["2004-08-24", "2004-08-25"], summary.TouchedPartitions);
        Assert.Equal([("2004-08-24", 2L), ("2004-08-25", 1L)], _table.Current.Files.Select(file => (file.Partition, file.Rows)));
        foreach (var file in _table.Current.Files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(_table.Folder.Root, file.Path));
            Assert.Equal((file.Bytes, file.Sha256), (bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
            Assert.Equal($"ut_date={file.Partition}/{file.Sha256[..16]}.parquet", file.Path);
        }

        Assert.Equal(Definition.Columns.AsEnumerable(), TableDescription.Read(_table.Folder.DescriptionFile).Columns);
    }

    [Fact]
    public void Values_come_back_as_they_went_in_with_the_types_of_the_definition()
    {
        _table.Ingest(Record("a", "2004-08-24", "Käfer 'x'", null));

        var file = Path.Combine(_table.Folder.Root, Assert.Single(_table.Current.Files).Path);
        Assert.Equal(["a|2004-08-24|2004-08-24 05:06:07.089|Käfer 'x'|none|17|1099511627776|0.75|-2|none"],
            _table.Rows("koaid, date_obs, utdatetime, object, coalesce(ra::VARCHAR, 'none'), frameno, filesize, seeing, binning, coalesce(\"select\", 'none')"));
        Assert.Equal(["VARCHAR", "DATE", "TIMESTAMP", "VARCHAR", "DOUBLE", "INTEGER", "BIGINT", "FLOAT", "SMALLINT", "VARCHAR"],
            Query($"SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet('{file}', hive_partitioning = false))"));
        Assert.Equal(Definition.Columns.Select(column => column.Name), Query($"SELECT name FROM parquet_schema('{file}') WHERE num_children IS NULL"));
    }

    [Fact]
    public void The_rows_of_a_file_are_sorted_by_key()
    {
        _table.Ingest(Enumerable.Range(0, 5000).Select(i => Record($"{i * 7919 % 5000:D5}", "2004-08-24")));

        var keys = Query($"SELECT koaid FROM read_parquet('{Path.Combine(_table.Folder.Root, _table.Current.Files[0].Path)}')");
        Assert.Equal(5000, keys.Length);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void The_same_input_twice_changes_nothing_not_even_a_time()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-25", null, double.NaN));
        var before = _table.State();

        var summary = _table.Ingest(Record("b", "2004-08-25", null, double.NaN), Record("a", "2004-08-24"));

        Assert.Equal((0, 0, 2, 1, false), (summary.New, summary.Changed, summary.Unchanged, summary.ManifestNumber, summary.IsCommitted));
        Assert.Empty(summary.TouchedPartitions);
        Assert.Equal(before, _table.State());
    }

    [Fact]
    public void A_part_of_a_night_again_changes_nothing_either()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-24", null, double.NaN), Record("c", "2004-08-24"));
        var before = _table.State();

        var summary = _table.Ingest(Record("b", "2004-08-24", null, double.NaN));

        Assert.Equal((0, 0, 1, false), (summary.New, summary.Changed, summary.Unchanged, summary.IsCommitted));
        Assert.Equal(before, _table.State());
    }

    [Fact]
    public void A_night_in_two_halves_makes_the_same_bytes_as_in_one()
    {
        ObservationRecord[] records = [.. Enumerable.Range(0, 3000).Select(i => Record($"{i:D5}", "2004-08-24", $"star {i % 9}", i % 4 == 0 ? null : i / 7.0))];
        using var whole = new TestTable();
        whole.Ingest(records);
        _table.Ingest(records.Where((_, i) => i % 3 == 0));
        _table.Ingest(records.Where((_, i) => i % 3 != 0));

        Assert.Equal(whole.Current.Files.AsEnumerable(), _table.Current.Files);
    }

    [Fact]
    public void A_corrected_row_replaces_the_former_and_leaves_the_other_nights_alone()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-24"), Record("c", "2004-08-25"));
        var former = _table.Current;

        var summary = _table.Ingest(Record("b", "2004-08-24", "Altair"), Record("d", "2004-08-24"), Record("a", "2004-08-24"));

        Assert.Equal((1, 1, 1, 2), (summary.New, summary.Changed, summary.Unchanged, summary.ManifestNumber));
        Assert.Equal(["2004-08-24"], summary.TouchedPartitions);
        Assert.Equal(["a|Vega", "b|Altair", "c|Vega", "d|Vega"], _table.Rows("koaid, object"));
        Assert.Equal(former.Files[1], _table.Current.Files[1]);
        Assert.Equal(["a|Vega", "b|Vega", "c|Vega"], _table.Rows(new ManifestStore(_table.Folder).Read(1), "koaid, object"));
    }

    [Fact]
    public void A_row_whose_night_was_corrected_leaves_the_former_night()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-24"), Record("c", "2004-08-25"));

        var summary = _table.Ingest(Record("a", "2004-08-26"), Record("c", "2004-08-26"), Record("d", "2004-08-26"));

        Assert.Equal((1, 2, 0), (summary.New, summary.Changed, summary.Unchanged));
        Assert.Equal(["2004-08-24", "2004-08-25", "2004-08-26"], summary.TouchedPartitions);
        Assert.Equal(["2004-08-24", "2004-08-26"], _table.Current.Files.Select(file => file.Partition));
        Assert.Equal(["a|2004-08-26", "b|2004-08-24", "c|2004-08-26", "d|2004-08-26"], _table.Rows("koaid, date_obs"));
    }

    [Fact]
    public void Of_two_records_with_one_key_the_later_in_order_counts_whatever_came_first()
    {
        using (var session = IngestSession.Open(_table.Folder, Definition))
        {
            session.Add(Record("a", "2004-08-24", "late"), 9, "z.fits");
            session.Add(Record("a", "2004-08-25", "early"), 3, "b.fits");
            session.Add(Record("a", "2004-08-24", "first"), 1, "a.fits");
            var summary = session.Commit();

            Assert.Equal((1, 2), (summary.New, summary.LeftOutCount));
            Assert.Equal([new DuplicateKey("a", "z.fits", "b.fits"), new DuplicateKey("a", "z.fits", "a.fits")], summary.LeftOut);
        }

        Assert.Equal(["a|2004-08-24|late"], _table.Rows("koaid, date_obs, object"));
    }

    [Fact]
    public void A_column_added_to_the_definition_is_null_in_rows_from_before()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-24"), Record("c", "2004-08-25"));
        var wider = new Table("public", "observations", [.. Definition.Columns, new Column { Name = "iodin", Type = ColumnType.Text }]) { KeyColumn = "koaid", UtDateColumn = "date_obs" };

        var summary = _table.Ingest(Record("a", "2004-08-24", table: wider), Record("b", "2004-08-24", "Deneb", table: wider));

        Assert.Equal((0, 1, 1), (summary.New, summary.Changed, summary.Unchanged));
        Assert.Equal(["a|Vega|none", "b|Deneb|none", "c|Vega|none"], _table.Rows("koaid, object, coalesce(iodin, 'none')"));
        Assert.Equal(11, TableDescription.Read(_table.Folder.DescriptionFile).Columns.Length);
    }

    [Fact]
    public void Nothing_to_ingest_makes_no_snapshot()
    {
        var summary = _table.Ingest();

        Assert.Equal((0, false), (summary.ManifestNumber, summary.IsCommitted));
        Assert.Equal(["ingest.lock"], _table.Files());
    }

    [Fact]
    public void Records_of_many_threads_all_arrive()
    {
        using var session = IngestSession.Open(_table.Folder, Definition);
        Parallel.For(0, 20_000, i => session.Add(Record($"{i:D6}", $"2004-08-{1 + (i % 28):D2}", new string('x', i % 700)), i, $"file{i}"));

        var summary = session.Commit();

        Assert.Equal((20_000, 28), (summary.New, summary.TouchedPartitions.Count));
        Assert.Equal([$"20000|{Enumerable.Range(0, 20_000).Sum(i => i % 700)}"], _table.Rows("count(*), sum(len(object))"));
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_refused_by_name()
    {
        using var session = IngestSession.Open(_table.Folder, Definition);
        var values = Record("a", "2004-08-24").Values.ToArray();
        values[5] = FieldValue.OfInteger(1L << 33);

        var error = Assert.Throws<ArgumentException>(() => session.Add(new ObservationRecord(Definition, values, "a", new DateOnly(2004, 8, 24)), 0, "file"));

        Assert.Equal("Column frameno holds Integer, not the Integer 8589934592.", error.Message);
    }
}
