using System.Text;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Uploads;

/// <summary>The parts of a multipart form; a part without a file name is a value as well as a document. Large ones are in temporary files, which go with the request.</summary>
internal sealed class FormTables(IFormCollection form) : IInlineTables
{
    public Stream? Open(string label)
    {
        if (form.Files.GetFile(label) is { } file) return file.OpenReadStream();
        return form.TryGetValue(label, out var values) && values.ToString() is { Length: > 0 } text ? new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false) : null;
    }
}
