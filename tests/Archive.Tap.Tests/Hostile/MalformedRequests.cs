using System.Globalization;
using static Archive.Tap.Tests.Hostile.RequestBytes;

namespace Archive.Tap.Tests.Hostile;

/// <summary>Makes requests that no client should send, the same ones for the same seed: each of a kind, with a wrong part at a random place.</summary>
internal sealed class MalformedRequests(int seed)
{
    private static readonly string[] Resources =
    [
        "/TAP/sync", "/TAP/async", "/TAP/async/JOB", "/TAP/async/JOB/phase", "/TAP/async/JOB/parameters", "/TAP/async/JOB/destruction", "/TAP/async/JOB/executionduration",
        "/TAP/async/JOB/results/result", "/TAP/async/JOB/error", "/TAP/tables", "/TAP/capabilities", "/TAP/availability", "/TAP/nothing",
    ];

    /// <summary>Resources and parameters that they must refuse; <c>~</c> is what a parameter can't be.</summary>
    private static readonly (string Path, string Parameters)[] BadValues =
    [
        ("POST /TAP/sync", "LANG=OOBLECK&QUERY=select+1"), ("POST /TAP/sync", "QUERY="), ("POST /TAP/sync", "LANG=ADQL"), ("POST /TAP/sync", "QUERY=select+*+from+stars&MAXREC=~"),
        ("POST /TAP/sync", "QUERY=select+*+from+stars&RESPONSEFORMAT=~"), ("POST /TAP/sync", "QUERY=select+*+from+stars&UPLOAD=~"), ("POST /TAP/sync", "QUERY=~"),
        ("POST /TAP/sync", "QUERY=select+*+from+stars&MAXREC=1&MAXREC=2"), ("POST /TAP/sync", "QUERY=select+*+from+stars&RUNID=0123456789012345678901234567890123456789012345678901234567890123456789"),
        ("POST /TAP/async", "PHASE=~"), ("GET /TAP/async", "PHASE=~"), ("GET /TAP/async", "AFTER=~"), ("GET /TAP/async", "LAST=~"), ("GET /TAP/async", "LAST=0"), ("GET /TAP/async/JOB", "WAIT=~"), ("GET /TAP/async/JOB", "WAIT=-2"),
        ("POST /TAP/async/JOB/phase", "PHASE=~"), ("POST /TAP/async/JOB/phase", ""), ("POST /TAP/async/JOB", "ACTION=~"), ("POST /TAP/async/JOB/destruction", "DESTRUCTION=~"),
        ("POST /TAP/async/JOB/destruction", ""), ("POST /TAP/async/JOB/executionduration", "EXECUTIONDURATION=~"), ("POST /TAP/async/JOB/executionduration", "EXECUTIONDURATION=-1"), ("GET /TAP/tables", "detail=~"),
    ];

    private static readonly string[] Junk =
        ["%00", "%FF%FE", "%C3%28", "%", "%4", "%zz", "''", "1e999", "-9223372036854775809", "1;drop+table+stars", "<script>", "%0D%0AX:y", "0x10", "NaN", "+%2B", "%E2%80%AE", "{}", "../../etc/passwd", "a,b,c", "t,param:none", "t,file:///etc/passwd"];

    private static readonly string[] Names =
        ["../etc/passwd", "%2e%2e/%2e%2e/archive.json", "..%2f..%2fjob.json", "%00", "tap_", "tap_0000000G", "tap_00000000", "TAP_12345678", "tap_123456789", "%ff", "a%20b", "*", "con", "tap_00000000%2fphase", "tap_00000000;x", "tap_00000000%5c..", "'--"];

    private readonly Random random = new(seed);

    /// <summary>What a request is called in a message, its bytes, and whether it is a well-formed request of HTTP.</summary>
    public (string Kind, byte[] Bytes) Next(int number, string job) => (number % 16) switch
    {
        0 => ("a bad request line", Latin(Pick("GET", "GET /TAP/sync", "GET  /TAP/sync HTTP/1.1", "/TAP/sync HTTP/1.1", "GET /TAP/sync HTTP/9.9", "GET /TAP/sync\0 HTTP/1.1", "\u0016\u0003\u0001\u0002", "GÉT / HTTP/1.1", "GET TAP HTTP/1.1", Text(40)) + "\r\nHost: x\r\n\r\n")),
        1 => ("a bad header", Latin($"GET {Resource(job)} HTTP/1.1\r\nHost: x\r\n{Pick("no colon", ": no name", "Na me: x", "X: a\0b", "X: " + new string('x', 40_000), "Content-Length: -1", "Content-Length: 1e3", "Content-Length: 5, 6", " folded", "Content-Length: 99999999999999999999")}\r\nConnection: close\r\n\r\n")),
        2 => ("a bad host", Latin($"GET {Resource(job)} HTTP/1.1\r\n{Pick("Host: a b", "Host: a/b", "Host: x\r\nHost: y", "Host: [::1", "Host: x:port", "X: none")}\r\n\r\n")),
        3 => ("bad chunks", Latin($"POST /TAP/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n{Pick("zz\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n", "5\r\nabcdefgh\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n", "5\r\nabcde\r\nzz\r\n")}")),
        4 => ("a bad transfer", Latin($"POST /TAP/sync HTTP/1.1\r\nHost: x\r\n{Pick("Transfer-Encoding: gzip", "Transfer-Encoding: chunked, gzip", "Transfer-Encoding: bogus", "Content-Length: 3000000000")}\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n")),
        5 => ("a multipart form without its end", Multipart("--B\r\nContent-Disposition: form-data; name=\"QUERY\"\r\n\r\nselect 1")),
        6 => ("a multipart form that isn't one", Multipart(Pick("", "--B", "--B\r\n\r\n", "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n", "--B\r\nX\r\n\r\nx\r\n--B--\r\n", "--B\r\n" + new string('h', 30_000), Text(200)))),
        7 => ("a bad boundary", Post("/TAP/sync", "multipart/form-data" + Pick("", "; boundary=", "; boundary=\"", "; boundary=" + new string('b', 500)), "--B\r\n\r\n")),
        8 => ("too many parameters", Form("/TAP/sync", string.Concat(Enumerable.Range(0, 1100 + random.Next(100)).Select(i => string.Create(CultureInfo.InvariantCulture, $"p{i}=1&"))))),
        9 => ("a huge parameter", Form("/TAP/sync", Pick("QUERY=", "LANG=", "MAXREC=", "RESPONSEFORMAT=", new string('n', 500) + "=") + new string('x', 1_100_000))),
        10 => ("a wrong method", Latin($"{Pick("PUT", "PATCH", "TRACE", "CONNECT", "BREW", "PROPFIND", "FETCH", "DELETE")} {Pick("/TAP/sync", "/TAP/tables", "/TAP/capabilities", "/TAP/availability", "/TAP/nothing")} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
        11 => ("a wrong type of content", Post("/TAP/sync", Pick("application/json", "text/plain", "image/png", "nonsense", "application/x-www-form-urlencoded; charset=utf-99", ";;;"), "{\"QUERY\":\"select 1\"}")),
        12 => ("a path that leads elsewhere", Latin($"GET /TAP/{Pick("tables/", "async/", "sync/", "../nowhere/")}{Pick(Names)}{(random.Next(2) == 0 ? "" : string.Concat(Enumerable.Repeat("/" + Pick(Names), random.Next(1, 400))))} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
        13 => ("a job that isn't there", Latin($"{Pick("GET", "POST", "DELETE")} /TAP/async/{Pick(Names)}{Pick("", "/phase", "/results/result", "/error", "/parameters")} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
        _ => BadValue(job),
    };

    private (string Kind, byte[] Bytes) BadValue(string job)
    {
        var (request, parameters) = BadValues[random.Next(BadValues.Length)];
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1].Replace("JOB", job, StringComparison.Ordinal));
        parameters = parameters.Replace("~", Pick(Junk), StringComparison.Ordinal);
        return ($"{request} with {parameters}", method == "POST" ? Form(path, parameters) : Latin($"GET {path}?{parameters} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    private string Resource(string job) => Resources[random.Next(Resources.Length)].Replace("JOB", job, StringComparison.Ordinal);

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    private string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(1, 256)));

    private static byte[] Multipart(string body) => Post("/TAP/sync", "multipart/form-data; boundary=B", body);
}
