using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Running;

/// <summary>A server that answers every request with the same JSON of a given size.</summary>
internal sealed class LargeAnswers : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LargeAnswers(WebApplication application) => _application = application;

    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="bytes">The size of an answer, about.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<LargeAnswers> StartAsync(int bytes, CancellationToken cancellationToken)
    {
        var answer = Answer(bytes);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        });
        await application.StartAsync(cancellationToken);
        return new LargeAnswers(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    // Small items in a list are the worst case: a parsed form needs more memory for each than the text does.
    private static byte[] Answer(int bytes)
    {
        const string item = """{"_id":"a","name":"b"},""";
        var text = new StringBuilder("""{"success":true,"version":"9.0.0","total":1,"rooms":[""", bytes + 100);
        while (text.Length < bytes)
        {
            text.Append(item);
        }

        return Encoding.ASCII.GetBytes(text.Append("{}]}").ToString());
    }
}
