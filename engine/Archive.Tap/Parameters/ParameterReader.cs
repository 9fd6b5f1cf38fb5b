using Archive.Catalogue.Manifests;
using Archive.Tap.Errors;
using Archive.Tap.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Archive.Tap.Parameters;

/// <summary>
/// Reads the parameters of a request, which may be in its URL, in a form, or in the parts of a multipart form (DALI 1.1, section 2.2).
/// A body of another type has no parameters. What was read is a feature of the request, too: an error is told in the format that was asked for.
/// </summary>
internal sealed class ParameterReader(TapOptions options)
{
    private const int MaximumParameters = 1024;
    private const int MaximumNameCharacters = 256;

    private readonly FormOptions form = new()
    {
        ValueCountLimit = MaximumParameters,
        KeyLengthLimit = MaximumNameCharacters,
        // A form's limits count bytes before they are decoded; a character may take nine of them (%E2%82%AC).
        ValueLengthLimit = (int)Math.Min(int.MaxValue, 9L * options.MaximumQueryCharacters),
        MultipartBodyLengthLimit = (long)options.MaximumBodyMegabytes << 20,
    };

    /// <exception cref="TapException">The form can't be read or is too large.</exception>
    public async ValueTask<RequestParameters> ReadAsync(HttpRequest request)
    {
        var parameters = new RequestParameters();
        request.HttpContext.Features.Set(parameters);
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values) parameters.Add(name, value ?? "");
        }

        MultipartBoundary.Quote(request);
        if (!request.HasFormContentType) return parameters;
        try
        {
            var body = await request.ReadFormAsync(form, request.HttpContext.RequestAborted);
            parameters.Inline = new FormTables(body);
            foreach (var (name, values) in body)
            {
                foreach (var value in values) parameters.Add(name, value ?? "");
            }
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new TapException(error.StatusCode, FormattableString.Invariant($"The request is larger than {options.MaximumBodyMegabytes} MB, the limit {nameof(TapOptions.MaximumBodyMegabytes)}."), error);
        }
        catch (Exception error) when (error is InvalidDataException or (IOException and not BadHttpRequestException) && !FullDisk.IsCause(error))
        {
            throw new TapException(StatusCodes.Status400BadRequest, $"The form can't be read: {error.Message}", error);
        }

        return parameters;
    }
}
