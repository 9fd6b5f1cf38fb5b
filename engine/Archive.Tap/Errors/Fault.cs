using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Catalogue.Manifests;
using Archive.DuckDb;
using Archive.Engine;
using Archive.Formats;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Errors;

/// <summary>What is told of something that went wrong. Only what the user can act on; what is ours is logged under <see cref="LogId"/>.</summary>
/// <param name="StatusCode">400 for the user's fault, 503 and 507 where it may be tried again, 500 for ours (DALI 1.1, section 4.3).</param>
/// <param name="Message">Text for the user.</param>
/// <param name="RetryAfterSeconds">When to try again; null where waiting doesn't help.</param>
/// <param name="LogId">Names the entry in the log; null where it is nothing to log.</param>
internal sealed record Fault(int StatusCode, string Message, int? RetryAfterSeconds = null, string? LogId = null)
{
    /// <summary>The request wanted room that there isn't.</summary>
    private const string NoRoom = "The service's disk is full, so this can't be done now. Delete jobs that are done with, ask for less, or ask again when whoever runs the service has made room; queries at /sync that need no room are answered.";

    /// <summary>The query, where it is the query that is at fault.</summary>
    public string? Query { get; init; }

    /// <summary>All that is wrong with the query, where it is the query.</summary>
    public ImmutableArray<AdqlDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>True where the same request may succeed later (UWS 1.1, section 2.2.1: an error of type transient).</summary>
    public bool IsTransient => StatusCode >= StatusCodes.Status500InternalServerError;

    public static Fault Of(Exception error) => error switch
    {
        TapException tap => new Fault(tap.StatusCode, tap.Message, tap.RetryAfterSeconds),
        AdqlException adql => new Fault(StatusCodes.Status400BadRequest, adql.Message) { Query = adql.Query, Diagnostics = adql.Diagnostics },
        IOException when FullDisk.IsCause(error) => new Fault(StatusCodes.Status507InsufficientStorage, NoRoom),
        DuckDbException { IsFullDisk: true } or QueryException { InnerException: DuckDbException { IsFullDisk: true } } => new Fault(StatusCodes.Status507InsufficientStorage, NoRoom),
        QueryException { Failure: QueryFailure.Busy } busy => new Fault(StatusCodes.Status503ServiceUnavailable, busy.Message, RetryAfterSeconds: 1),
        QueryException { Failure: not QueryFailure.Internal } query => new Fault(StatusCodes.Status400BadRequest, query.Message),
        ResultFormatException format => new Fault(StatusCodes.Status400BadRequest, format.Message),
        BadHttpRequestException request => new Fault(request.StatusCode, $"The request can't be read: {request.Message}"),
        _ => Unexpected(),
    };

    private static Fault Unexpected()
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        return new Fault(StatusCodes.Status500InternalServerError, $"The service failed. Its log tells why under the number {id}.", LogId: id);
    }
}
