namespace Archive.Formats.Parquet;

/// <summary>Apache Parquet.</summary>
internal static class ParquetFormat
{
    public static ResultFormat Parquet { get; } = new()
    {
        Name = "parquet",
        MediaTypes = [new MediaType("application/vnd.apache.parquet")],
        FileExtension = ".parquet",
        Description = "Parquet file with its columns described in its footer (VOParquet)",
        TellsStatus = true,
        CreateWriter = output => new ParquetWriter(output),
    };
}
