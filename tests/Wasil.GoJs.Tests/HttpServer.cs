using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wasil.GoJs.Tests;

/// <summary>A server on this machine's own address, which the tests of a class share.</summary>
public sealed class HttpServer : IAsyncLifetime
{
    private WebApplication? _application;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public string Host => new Uri(Address).Authority;

    /// <summary>How many requests have been aborted by the client.</summary>
    public int Aborted => _aborted;

    private int _aborted;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapGet("/echo", (HttpContext context) => context.Response.WriteAsync(context.Request.QueryString.Value![1..]));
        _application.MapGet("/large", async (HttpContext context, int megabytes) =>
        {
            var block = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        _application.MapPost("/post", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            context.Response.Headers["X-Answer"] = "yes";
            context.Response.Headers.Append("X-Many", "a");
            context.Response.Headers.Append("X-Many", "b");
            await context.Response.WriteAsync($"{body.Length} {context.Request.Headers["X-Guest"]}");
        });
        _application.MapGet("/redirect", () => Results.Redirect("/echo?redirected"));
        _application.MapGet("/away", () => Results.Redirect("http://refused.example/"));
        _application.MapGet("/circle", () => Results.Redirect("/circle"));
        _application.MapGet("/never", async (HttpContext context) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _aborted);
            }
        });
        _application.MapGet("/endless", async (HttpContext context) =>
        {
            try
            {
                while (true)
                {
                    await context.Response.Body.WriteAsync(new byte[4096], context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _aborted);
            }
        });
        _application.MapGet("/gzip", async (HttpContext context) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zipped = new System.IO.Compression.GZipStream(
                context.Response.Body, System.IO.Compression.CompressionMode.Compress);
            await zipped.WriteAsync("unpacked"u8.ToArray());
        });
        await _application.StartAsync();
        Address = _application.Urls.First();
    }

    public async ValueTask DisposeAsync() => await _application!.DisposeAsync();
}
