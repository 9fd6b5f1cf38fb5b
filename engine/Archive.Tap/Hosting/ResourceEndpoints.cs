using Archive.Tap.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Hosting;

/// <summary>Puts resources under their addresses and turns whatever goes wrong in one into the one kind of error answer.</summary>
internal static class ResourceEndpoints
{
    public static void MapResource(this IEndpointRouteBuilder endpoints, Resource resource, ILogger logger) =>
        endpoints.Map(resource.Pattern, context => AnswerAsync(context, resource, logger));

    private static async Task AnswerAsync(HttpContext context, Resource resource, ILogger logger)
    {
        context.Response.Headers.Server = ServerIdentity.Product;
        try
        {
            if (resource.For(context.Request.Method) is { } handler)
            {
                await handler(context);
                return;
            }

            context.Response.Headers.Allow = resource.Allowed;
            throw new TapException(StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} can't be asked with {context.Request.Method}. It takes {resource.Allowed}.");
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested || (error is OperationCanceledException && context.Response.HasStarted))
        {
            // Whoever asked is gone, or doesn't read; there is no one to tell.
            context.Abort();
        }
        catch (Exception error)
        {
            await TellAsync(context, error, logger);
        }
    }

    private static async Task TellAsync(HttpContext context, Exception error, ILogger logger)
    {
        var fault = Fault.Of(error);
        var resource = context.Request.Path.Value ?? "";
        if (fault.LogId is { } id) logger.Failed(error, resource, id);
        else logger.Refused(resource, fault.StatusCode, fault.Message);

        // A body that has begun in a format without a place for errors is cut off, so that no client takes it for complete.
        if (context.Response.HasStarted) context.Abort();
        else await ErrorResponse.WriteAsync(context.Response, fault);
    }
}
