using Archive.Engine;
using Archive.Tap.Async;
using Archive.Tap.Async.Resources;
using Archive.Tap.Async.Store;
using Archive.Tap.ConeSearch;
using Archive.Tap.DataLink;
using Archive.Tap.Errors;
using Archive.Tap.Examples;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Pages;
using Archive.Tap.Parameters;
using Archive.Tap.Products;
using Archive.Tap.Sync;
using Archive.Tap.TapPlus;
using Archive.Tap.Uploads;
using Archive.Tap.Vosi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>
/// An archive's TAP 1.1 service: its resources under /TAP, in any case, what goes with it beside them, and a page for people at the root. Dispose it before the
/// engine: it waits for the jobs that use it.
/// </summary>
public sealed class TapService : IDisposable
{
    private readonly ILogger logger;
    private readonly JobStore jobs;
    private readonly JobRunner runner;
    private readonly ServiceMonitor monitor;
    private readonly UploadSources uploadSources;
    private readonly List<Resource> resources;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The folder of the jobs can't be used.</exception>
    public TapService(ArchiveEngine engine, TapOptions options, ILogger<TapService> logger, TimeProvider? time = null)
    {
        options.Validate();
        time ??= TimeProvider.System;
        this.logger = logger;
        var jobsFolder = Path.GetFullPath(options.JobsFolder ?? engine.Folder.JobsFolder);
        jobs = new JobStore(jobsFolder, options, time, logger);
        uploadSources = new UploadSources(options, time);
        monitor = new ServiceMonitor(engine, jobs, logger);
        runner = new JobRunner(engine, options, uploadSources, time, monitor, logger);

        var reader = new ParameterReader(options);
        var address = new ServiceAddress(options.PublicUrl);
        var facts = new SnapshotFacts(engine);
        var requests = new JobRequests(jobs, address, reader);
        var control = new JobControl(runner);
        var products = new ProductFolder(options.ProductsFolder);
        var jobList = new JobListResource(requests, control, options);
        List<Resource> tap =
        [
            .. new LandingPage(engine, address, facts, products).Resources,
            new SyncResource(engine, options, address, reader, uploadSources).Resource,
            jobList.Resource,
            new JobResource(requests, control).Resource,
            .. new JobDetailResources(requests, control, options, time).Resources,
            .. new JobOutcomeResources(requests).Resources,
            .. new VosiResources(engine, options, address, facts, reader, time).Resources,
            new ExamplesResource(engine).Resource,
            .. new LinksResource(new RowLookup(engine), products, address, reader).Resources,
        ];
        resources =
        [
            .. tap,
            .. new TapPlusResources(requests, jobList).Of(tap),
            new ConeResource(engine, options, address, reader).Resource,
            .. new ProductResources(products, reader).Resources,
            .. new OperationResources(engine, options, jobsFolder, monitor).Resources,
            new Resource("/{**path}") { Get = NotFound, Post = NotFound, Delete = NotFound },
        ];
    }

    /// <summary>Adds the resources to a server's routes.</summary>
    public void MapTo(IEndpointRouteBuilder endpoints)
    {
        foreach (var resource in resources) endpoints.MapResource(resource, monitor, logger);
    }

    /// <summary>Stops the jobs that run; their records say so.</summary>
    public void Dispose()
    {
        runner.Dispose();
        uploadSources.Dispose();
        jobs.Dispose();
    }

    private static Task NotFound(HttpContext context) =>
        throw TapException.NotFound($"There is nothing at {RequestParameters.Shortened(context.Request.Path.Value ?? "")}. The service is at {ServiceAddress.BasePath}.");
}
