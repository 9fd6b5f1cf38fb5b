using System.Net;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>/products gives the files of a folder, and nothing that isn't in it.</summary>
public sealed class ProductTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder["products/20090101"]);
        await File.WriteAllTextAsync(folder["products/20090101/HI.20090101.00017.fits"], "SIMPLE  =");
        await File.WriteAllTextAsync(folder["products/.hidden"], "no");
        await File.WriteAllTextAsync(folder["secret.txt"], "no");
        File.CreateSymbolicLink(folder["products/leads-out.fits"], folder["secret.txt"]);
        Directory.CreateSymbolicLink(folder["products/leads-out"], folder[""]);
        server = new RunningServer(new TapOptions { ProductsFolder = folder["products"] });
        await server.InitializeAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("/products/20090101/HI.20090101.00017.fits")]
    [InlineData("/products/koadata4/HIRES/20090101/lev0/HI.20090101.00017.fits")]
    [InlineData("/products?filehand=/koadata4/HIRES/20090101/lev0/HI.20090101.00017.fits")]
    public async Task A_file_is_found_by_what_its_row_says(string address)
    {
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("SIMPLE  =", await response.Content.ReadAsStringAsync());
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal(9, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("bytes=0-5", HttpStatusCode.PartialContent, "SIMPLE")]
    [InlineData("cards=0-5", HttpStatusCode.OK, "SIMPLE  =")]
    public async Task A_part_of_a_file_can_be_fetched(string range, HttpStatusCode status, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/products/20090101/HI.20090101.00017.fits");
        Assert.True(request.Headers.TryAddWithoutValidation("Range", range));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal((status, content), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/products?filehand=../secret.txt")]
    [InlineData("/products?filehand=/../secret.txt")]
    [InlineData("/products?filehand=20090101/../../secret.txt")]
    [InlineData("/products?filehand=..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/products?filehand=/etc/passwd")]
    [InlineData("/products?filehand=20090101%5C..%5C..%5Csecret.txt")]
    [InlineData("/products?filehand=HI.20090101.00017.fits%00.txt")]
    [InlineData("/products?filehand=.hidden")]
    [InlineData("/products?filehand=leads-out.fits")]
    [InlineData("/products?filehand=20090101")]
    [InlineData("/products?filehand=leads-out/secret.txt")]
    [InlineData("/products/..%2Fsecret.txt")]
    [InlineData("/products/nosuch.fits")]
    public async Task What_is_no_file_of_the_folder_is_not_found(string address)
    {
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEmpty(await response.ErrorAsync());
    }
}
