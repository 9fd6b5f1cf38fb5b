using System.Buffers;
using System.Text;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Formats.Votable;

namespace Archive.Formats.Parquet;

/// <summary>
/// A Parquet file that DuckDB writes when all rows are there. Its footer holds a VOTable document without rows that says what the columns mean (IVOA note
/// VOParquet 1.0, section 2). Times are timestamps, arrays lists.
/// </summary>
internal sealed class ParquetWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private const int PartLength = 256 * 1024;

    /// <summary>So long the writing of the file goes on before the caller may give it up.</summary>
    private static readonly TimeSpan StepDuration = TimeSpan.FromMilliseconds(20);

    private ResultDescription? description;
    private ParquetStage? stage;
    private StatementRun? copy;
    private FileStream? file;

    protected override void WriteHeader(ResultDescription description)
    {
        var names = UniqueNames.Of(description.Columns);
        this.description = description with { Columns = [.. description.Columns.Select((column, index) => column with { Name = names[index] })] };
        stage = new ParquetStage([.. description.Columns.Select((column, index) => new StagedColumn(column, description.VectorTypes[index], index, names[index]))]);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => Attempt(() => stage!.Append(chunk, rowCount));

    protected override bool WriteEnding(ResultEnding ending)
    {
        if (file is null)
        {
            if (!Attempt(() => (copy ??= StartCopy(ending)).Continue(StepDuration))) return false;
            file = new FileStream(stage!.FilePath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }

        var part = Output.GetSpan(PartLength);
        var length = file.Read(part);
        Output.Advance(length);
        return file.Position == file.Length;
    }

    protected override void Dispose(bool disposing)
    {
        file?.Dispose();
        copy?.Dispose();
        stage?.Dispose();
        stage = null;
        base.Dispose(disposing);
    }

    private StatementRun StartCopy(ResultEnding ending) => stage!.StartCopy(
        ("IVOA.VOTable-Parquet.version", "1.0"),
        ("IVOA.VOTable-Parquet.content", Encoding.UTF8.GetString(new XmlBuffer().AppendDescription(description!, ending).Written)));

    private static void Attempt(Action step) => Attempt(() =>
    {
        step();
        return true;
    });

    /// <exception cref="ResultFormatException">A value isn't what its column's datatype holds, or a few rows alone are too large.</exception>
    private static T Attempt<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DuckDbException error) when (error.Type is DuckDbErrorType.Conversion or DuckDbErrorType.OutOfRange or DuckDbErrorType.OutOfMemory)
        {
            throw new ResultFormatException($"The result can't be written as Parquet: {error.Message}", error);
        }
    }
}
