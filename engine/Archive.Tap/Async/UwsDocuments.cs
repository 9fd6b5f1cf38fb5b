using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.Async;

/// <summary>
/// The XML of UWS 1.1, appendix 2. Clients look for the letters <c>uws:</c>, so the prefix is always that; the order of the elements is the
/// schema's.
/// </summary>
internal static class UwsDocuments
{
    private static readonly XNamespace Uws = "http://www.ivoa.net/xml/UWS/v1.0";
    private static readonly XNamespace Xlink = "http://www.w3.org/1999/xlink";
    private static readonly XAttribute Version = new("version", "1.1");

    /// <param name="record">The job.</param>
    /// <param name="jobUrl">Its address.</param>
    public static XElement Job(JobRecord record, string jobUrl) => Root("job",
        new XAttribute(Version),
        new XElement(Uws + "jobId", record.Id),
        Optional(Uws + "runId", record.RunId),
        Nil("ownerId"),
        new XElement(Uws + "phase", record.Phase.Word()),
        Nil("quote"),
        Instant("creationTime", record.CreationTime),
        Instant("startTime", record.StartTime),
        Instant("endTime", record.EndTime),
        new XElement(Uws + "executionDuration", record.ExecutionDurationSeconds),
        Instant("destruction", record.Destruction),
        ParameterList(record.Parameters),
        ResultList(record, jobUrl),
        record.Error is { } error
            ? new XElement(Uws + "errorSummary", new XAttribute("type", error.IsTransient ? "transient" : "fatal"), new XAttribute("hasDetail", "true"), new XElement(Uws + "message", Legal(error.Message)))
            : null);

    public static XElement Jobs(IEnumerable<JobRecord> records, string listUrl) => Root("jobs",
        new XAttribute(Version),
        records.Select(record => new XElement(Uws + "jobref",
            new XAttribute("id", record.Id),
            Link($"{listUrl}/{record.Id}"),
            new XElement(Uws + "phase", record.Phase.Word()),
            Optional(Uws + "runId", record.RunId),
            new XElement(Uws + "creationTime", UwsTime.Write(record.CreationTime)))));

    public static XElement Parameters(JobRecord record) => Root("parameters", ParameterList(record.Parameters).Elements());

    public static XElement Results(JobRecord record, string jobUrl) => Root("results", ResultList(record, jobUrl).Elements());

    private static XElement Root(string name, params object?[] content) => new(Uws + name, Prefix("uws", Uws), Prefix("xlink", Xlink), Prefix("xsi", SchemaInstance), content);

    private static XElement ParameterList(ImmutableArray<JobParameter> parameters) => new(Uws + "parameters",
        parameters.Select(parameter => new XElement(Uws + "parameter", new XAttribute("id", parameter.Name), Legal(parameter.Value))));

    /// <summary>A query has one result, named <c>result</c> (TAP 1.1, section 2.2.2).</summary>
    private static XElement ResultList(JobRecord record, string jobUrl) => new(Uws + "results", record.Result is { } result
        ? new XElement(Uws + "result",
            new XAttribute("id", "result"),
            Link(jobUrl + "/results/result"),
            new XAttribute("mime-type", result.ContentType),
            new XAttribute("size", result.Bytes.ToString(CultureInfo.InvariantCulture)))
        : null);

    private static object[] Link(string url) => [new XAttribute(Xlink + "type", "simple"), new XAttribute(Xlink + "href", url)];

    private static XElement Instant(string name, DateTimeOffset? instant) => instant is { } known ? new XElement(Uws + name, UwsTime.Write(known)) : Nil(name);

    private static XElement Nil(string name) => new(Uws + name, new XAttribute(SchemaInstance + "nil", "true"));
}
