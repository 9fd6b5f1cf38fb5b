using System.Collections.Immutable;

namespace Archive.Formats.Fits;

/// <summary>The headers of a file that holds one table: an HDU without data, which every file begins with, and the table's.</summary>
internal static class FitsTableHeader
{
    public static byte[] Of(
        ResultDescription description, ImmutableArray<FitsColumn> columns, ResultEnding ending, long rowCount, int rowLength, long heapLength, int descriptorLength)
    {
        var table = new FitsHeader()
            .Text("XTENSION", "BINTABLE")
            .Integer("BITPIX", 8)
            .Integer("NAXIS", 2)
            .Integer("NAXIS1", rowLength)
            .Integer("NAXIS2", rowCount)
            .Integer("PCOUNT", heapLength)
            .Integer("GCOUNT", 1)
            .Integer("TFIELDS", columns.Length)
            .Text("EXTNAME", "RESULT");
        foreach (var (index, column) in columns.Index()) column.Describe(table, index + 1, descriptorLength);
        table.Text("QSTATUS", ending.Status.Word());
        if (ending.Message is { } message) table.History("message: " + message);
        if (description.Query is { } query) table.History("query: " + query);
        foreach (var info in description.Infos) table.History($"{info.Name}: {info.Value}");
        return [.. Primary(), .. table.End()];
    }

    private static byte[] Primary() => new FitsHeader()
        .Logical("SIMPLE", value: true)
        .Integer("BITPIX", 8)
        .Integer("NAXIS", 0)
        .Logical("EXTEND", value: true)
        .End();
}
