using System.Globalization;
using Archive.Formats.Streams;
using Archive.Tap.Errors;

namespace Archive.Tap.Uploads;

/// <summary>How large an uploaded table may be, unpacked.</summary>
internal static class UploadSize
{
    /// <summary>A table's document, which ends with a <see cref="TapException"/> where it is larger.</summary>
    public static BoundedStream Bounded(this TapOptions options, Stream document, string tableName) => new(document, (long)options.MaximumUploadMegabytes << 20, () => TapException.BadRequest(string.Create(
        CultureInfo.InvariantCulture, $"UPLOAD {tableName}: the table is larger than {options.MaximumUploadMegabytes} MB, the limit {nameof(TapOptions.MaximumUploadMegabytes)}.")));
}
