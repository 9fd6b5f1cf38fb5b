using Archive.Tap.Errors;
using Archive.Tap.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Hosting;

/// <summary>Puts resources under their addresses and turns whatever goes wrong in one into the one kind of error answer.</summary>
internal static class ResourceEndpoints
{
    public static void MapResource(this IEndpointRouteBuilder endpoints, Resource resource, ServiceMonitor monitor, ILogger logger) =>
        endpoints.Map(resource.Pattern, context => AnswerAsync(context, resource, monitor, logger));

    private static async Task AnswerAsync(HttpContext context, Resource resource, ServiceMonitor monitor, ILogger logger)
    {
        context.Response.Headers.Server = ServerIdentity.Product;
        CrossOrigin.Allow(context.Response);
        var (statusCode, problem) = (QueryReport.ClientGone, "");
        try
        {
            if (HttpMethods.IsOptions(context.Request.Method))
            {
                await CrossOrigin.AnswerOptions(context, resource.Allowed);
                statusCode = context.Response.StatusCode;
                return;
            }

            if (resource.For(context.Request.Method) is { } handler)
            {
                await handler(context);
                statusCode = context.Response.StatusCode;
                return;
            }

            context.Response.Headers.Allow = resource.Allowed;
            throw new TapException(StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} can't be asked with {context.Request.Method}. It takes {resource.Allowed}.");
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested || (error is OperationCanceledException && context.Response.HasStarted))
        {
            // Whoever asked is gone, or doesn't read; there is no one to tell.
            problem = "the client went away";
            context.Abort();
        }
        catch (Exception error)
        {
            var fault = Fault.Of(error);
            (statusCode, problem) = (fault.StatusCode, fault.Message);
            await TellAsync(context, error, fault, logger);
        }
        finally
        {
            monitor.CountRequest(resource.Pattern, statusCode);
            if (context.Features.Get<QueryReport>() is { } report)
            {
                report.End(statusCode, problem);
                monitor.Tell(report);
            }
        }
    }

    private static async Task TellAsync(HttpContext context, Exception error, Fault fault, ILogger logger)
    {
        var resource = context.Request.Path.Value ?? "";
        if (fault.LogId is { } id) logger.Failed(error, resource, id);
        else if (context.Features.Get<QueryReport>() is null) logger.Refused(resource, fault.StatusCode, fault.Message);

        // A body that has begun in a format without a place for errors is cut off, so that no client takes it for complete.
        if (context.Response.HasStarted) context.Abort();
        else await ErrorResponse.WriteAsync(context.Response, fault);
    }
}
