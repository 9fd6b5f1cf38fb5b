namespace Archive.Engine;

/// <summary>Why a query that was understood did not give its result.</summary>
public enum QueryFailure
{
    /// <summary>A value can't be computed: a division, a conversion, a number out of range. The user's.</summary>
    Evaluation,

    /// <summary>It needs more memory than the service grants. The user's, or a limit to be raised.</summary>
    OutOfMemory,

    /// <summary>It was stopped: the deadline passed, or whoever asked went away.</summary>
    Interrupted,

    /// <summary>Too many queries run and wait already. It may be asked again later.</summary>
    Busy,

    /// <summary>The former state that is asked isn't there. The user's.</summary>
    Snapshot,

    /// <summary>The engine failed. Ours to mend.</summary>
    Internal,
}

/// <summary>A query failed while it ran; see <see cref="Failure"/> for whose fault it is.</summary>
public sealed class QueryException(QueryFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public QueryFailure Failure { get; } = failure;

    public bool IsUsersFault => Failure is QueryFailure.Evaluation or QueryFailure.OutOfMemory or QueryFailure.Snapshot;
}
