using System.Globalization;
using System.Text;

namespace Archive.Tap.Tests.Hostile;

/// <summary>Makes requests that no client should send to what stands around TAP, and uploads that no client should send, the same ones for the same seed.</summary>
internal sealed class NeighbourRequests(int seed)
{
    public const string Secret = "not for you";

    private const int BehindRows = 60;
    private const string MultipartType = "multipart/form-data; boundary=B";

    private static readonly string[] Junk =
        ["%00", "%FF%FE", "%C3%28", "%", "%zz", "''", "1e999", "-1e-999", "1;drop+table+stars", "<script>", "%0D%0AX:y", "0x10", "NaN", "Infinity", "%E2%80%AE", "{}", "../../etc/passwd", "a,b,c", "%F0%9F%92%A9", "361", "-91", "1,5", "1%2C5", "+"];

    private static readonly string[] Ways =
        ["..", "%2e%2e", "%2E%2e", ".%2e", "..%2f", "..%2f..%2fsecret.txt", "%2e%2e%2fsecret.txt", "..%5csecret.txt", "%252e%252e", "%c0%ae%c0%ae", "%00", "secret.txt%00.fits", "leads-out", "leads-out.fits", ".hidden", "%2ehidden", "con", "a%0d%0ab", "%ff", "~", "*", ";", "a:b", "%7f", "secret.txt"];

    /// <summary>What <c>~</c> can't be; where it is put in is for the generator to choose.</summary>
    private static readonly string[] BadQueries =
    [
        "/scs/stars?RA=~&DEC=0&SR=1", "/scs/stars?RA=1&DEC=x~&SR=1", "/scs/stars?RA=1&DEC=0&SR=x~", "/scs/stars?RA=1&DEC=0&SR=1&VERB=x~", "/scs/stars?RA=1&RA=2&DEC=0&SR=1", "/scs/stars?RA=1&DEC=0&SR=1&MAXREC=x~", "/scs/stars?RA=1&DEC=0&SR=1&RESPONSEFORMAT=x~", "/scs/stars",
        "/TAP/links?RESPONSEFORMAT=x~", "/TAP/links?RESPONSEFORMAT=votable&RESPONSEFORMAT=csv", "/TAP/links?ID=1&TABLE=a&TABLE=x~", "/datalink/links?RESPONSEFORMAT=x~", "/products", "/products?filehand=x~", "/products?filehand=a&filehand=x~", "/products?filehand=../secret.txt", "/products?filehand=/../secret.txt%00",
        "/tapplus/sync?QUERY=", "/tapplus/sync?QUERY=select+~+from", "/tapplus/sync?LANG=x~&QUERY=select+1", "/tapplus/tables?detail=x~", "/tapplus/async?PHASE=x~", "/tapplus/jobs/async?LAST=x~", "/tapplus/async/JOB?WAIT=x~", "/TAP/async/JOB?WAIT=1&WAIT=2", "/TAP/async/JOB?WAIT=x~",
    ];

    private static readonly string[] BadForms =
    [
        "/TAP/async/JOB/phase PHASE=RUN&PHASE=ABORT", "/TAP/async/JOB/phase phase=x~", "/TAP/async/JOB/destruction DESTRUCTION=9999-99-99T00:00:00Z", "/TAP/async/JOB/destruction DESTRUCTION=x~", "/TAP/async/JOB/executionduration EXECUTIONDURATION=1&EXECUTIONDURATION=2", "/TAP/async/JOB/executionduration EXECUTIONDURATION=x~",
        "/TAP/async/JOB/parameters MAXREC=1&MAXREC=2", "/TAP/async/JOB ACTION=x~", "/TAP/async/JOB PHASE=x~", "/TAP/async/JOB ", "/tapplus/deletejobs JOB_IDS=x~", "/tapplus/deletejobs JOB_IDS=JOB,x~", "/tapplus/deletejobs ", "/scs/stars RA=~&DEC=x&SR=1", "/TAP/links RESPONSEFORMAT=x~",
    ];

    private static readonly string[] BadUploads =
        ["a", ",param:t", "a,", "a,param:", "a,param:x~", "2a,param:t", "a.b,param:t", "TAP_UPLOAD.a,param:t", "select,param:t", "a,param:t;a,param:u", "a,file:///etc/passwd", "a,ftp://127.0.0.1/x", "a,http://198.51.100.7/", "a,http://user:x@127.0.0.1/", "a,http://[::ffff:198.51.100.7]/x", "a,http://2130706433.example/", "a,gopher:x", "a,http:///x", "a,vos://x!y/z", "a~,param:t"];

    private static readonly string[] Neighbours = ["/scs/stars", "/TAP/links", "/datalink/links", "/products", "/products/a.fits", "/TAP/examples", "/health", "/metrics", "/tapplus/tables", "/tapplus/capabilities", "/tapplus/sync", "/"];

    private readonly Random random = new(seed);

    /// <summary>What a request is called in a message, its bytes, and whether its sender hangs up in the middle of it.</summary>
    public (string Kind, byte[] Bytes, bool HangsUp) Next(int number, string job)
    {
        var (kind, bytes) = Make(number, job);
        if (number % 16 < 14) return (kind, bytes, false);
        var whole = Upload(Document());
        return ("an upload that breaks off", whole[..random.Next(1, whole.Length)], true);
    }

    private (string Kind, byte[] Bytes) Make(int number, string job) => (number % 16) switch
    {
        0 or 1 => ("a wrong parameter", RequestBytes.Get(Filled(Pick(BadQueries), job))),
        2 or 3 => Form(Filled(Pick(BadForms), job)),
        4 => ("a way out", RequestBytes.Get($"/products/{Path()}/secret.txt")),
        5 => ("a path that leads nowhere", RequestBytes.Get(Pick("/scs/", "/TAP/links/", "/tapplus/x", "/TAP/examples/", "/health/", "/metrics/", "/tapplus/async/", "/datalink/", $"/TAP/async/{job}/results/", $"/TAP/async/{job}/x") + Path() + "/nowhere")),
        6 => ("a wrong method", RequestBytes.Ask(Pick("PUT", "PATCH", "TRACE", "BREW", "PROPFIND", "DELETE", "MKCOL"), Pick(Neighbours))),
        7 => ("a method for others", RequestBytes.Ask(Pick("POST", "DELETE"), Pick("/health", "/metrics", "/TAP/examples", "/products", "/tapplus/capabilities", "/tapplus/tables", "/TAP/availability") + Pick("/x", "?a=~", "/" + Pick(Ways)))),
        8 => ("a name or value without end", RequestBytes.Get(Pick(Neighbours) + "?" + Pick("RA=", "ID=", new string('n', 3000) + "=") + new string('x', 70_000))),
        9 => ("a bad header", RequestBytes.Latin($"GET {Pick(Neighbours)} HTTP/1.1\r\nHost: x\r\n{Pick("no colon", "Na me: x", "X: a\0b", "Content-Length: -1", "Transfer-Encoding: bogus", "X: " + new string('x', 40_000))}\r\nConnection: close\r\n\r\n")),
        10 => ("a wrong UPLOAD", RequestBytes.Form("/TAP/sync", "QUERY=select+*+from+TAP_UPLOAD.a&UPLOAD=" + Filled(Pick(BadUploads), job))),
        11 => ("a document that is damaged", Upload(Damaged(Document()))),
        12 => ("a part that is damaged", RequestBytes.Post("/TAP/sync", Pick(MultipartType, MultipartType, "multipart/form-data", "multipart/form-data; boundary=C", "multipart/mixed; boundary=B", "multipart/form-data; boundary=\"B"), Broken(Parts(Document())))),
        _ => ("chunks that aren't", Chunks(Parts(Document())[..random.Next(100, 400)])),
    };

    private byte[] Chunks(string part) => RequestBytes.Chunks("/TAP/sync", MultipartType, string.Create(CultureInfo.InvariantCulture,
        $"{part.Length:x}\r\n{part}{Pick("xy", "\r\nzz\r\n", "\r\n-5\r\n", "\r\nFFFFFFFFFFFFFFFFF\r\n", "\r\n5\r\nabcdefgh\r\n0\r\n\r\n", "\r\n0\r\n\r\n")}"));

    private (string Kind, byte[] Bytes) Form(string filled) => ("a wrong parameter in a form", RequestBytes.Form(filled.Split(' ')[0], filled.Split(' ', 2)[1]));

    private string Filled(string text, string job) => text.Replace("JOB", job, StringComparison.Ordinal).Replace("~", Pick(Junk), StringComparison.Ordinal).Replace("job_IDS", "JOB_IDS", StringComparison.Ordinal);

    private string Path() => string.Join('/', Enumerable.Range(0, random.Next(20) == 0 ? 500 : random.Next(1, 6)).Select(_ => Pick(Ways)));

    private byte[] Upload(string document) => RequestBytes.Post("/TAP/sync", MultipartType, Parts(document));

    private static string Parts(string document) =>
        $"--B\r\nContent-Disposition: form-data; name=\"QUERY\"\r\n\r\nselect * from TAP_UPLOAD.a\r\n--B\r\nContent-Disposition: form-data; name=\"UPLOAD\"\r\n\r\na,param:t\r\n--B\r\nContent-Disposition: form-data; name=\"t\"; filename=\"t\"\r\nContent-Type: application/x-votable+xml\r\n\r\n{document}\r\n--B--\r\n";

    private string Document() => Pick(
        "<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>",
        "<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><BINARY><STREAM encoding='base64'>AAAAAQ==</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>",
        "<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><BINARY2><STREAM encoding='base64'>AAAAAAE=</STREAM></BINARY2></DATA></TABLE></RESOURCE></VOTABLE>");

    /// <summary>Each of these makes a document of no sense. What comes behind the rows isn't looked at.</summary>
    private string Damaged(string document) => Pick(
        document.Insert(random.Next(1, document.Length - BehindRows), Pick("\0", "\u0001", "&no;", "<<", "&#0;")),
        document[..random.Next(document.Length - BehindRows)],
        document.Replace("datatype='int'", Pick("", "datatype='number'", "datatype='int' arraysize='x'", "datatype='int' arraysize='99999999999'"), StringComparison.Ordinal),
        "<?xml version='1.0' encoding='x-none'?>" + document,
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + document,
        Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(document)).Insert(7, "x"),
        "\x1F\x8B\b" + document,
        "SIMPLE  =                    T" + document);

    private string Broken(string parts) => Pick(
        parts[..random.Next(parts.Length - 10)],
        parts.Replace("--B\r\n", "--C\r\n", StringComparison.Ordinal),
        parts.Replace("name=\"t\"", Pick("", "name=\"u\"", "name=\"t", "name=", new string('n', 300) + "=\"t\""), StringComparison.Ordinal),
        parts.Replace("\r\n\r\n", "\r\n", StringComparison.Ordinal),
        parts.Replace("Content-Disposition", Pick("X", "Content Disposition", new string('h', 20_000)), StringComparison.Ordinal),
        parts.Replace("name=\"QUERY\"", "name=\"QUERY\0\"", StringComparison.Ordinal),
        parts.Replace("select * from", "select \0\u00FF from", StringComparison.Ordinal));

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
