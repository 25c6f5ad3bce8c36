using System.Text;
using Microsoft.AspNetCore.Http;
using RocketChat.Emulator.Recording;

namespace RocketChat.Emulator.Http;

/// <summary>Takes a request from the wire, has it answered, and puts the answer on the wire.</summary>
internal sealed class Connection(Dispatcher dispatcher, RequestLog log, TimeProvider time)
{
    public async Task ServeAsync(HttpContext context)
    {
        var request = await IncomingRequest.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var reply = dispatcher.Answer(request);
        log.Add(new RecordedRequest(
            time.GetUtcNow(), request.Method, request.Path, request.QueryString, Encoding.UTF8.GetString(request.Body), reply.Status));
        await SendAsync(context.Response, reply, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendAsync(HttpResponse response, Reply reply, CancellationToken cancellation)
    {
        response.StatusCode = reply.Status;
        if (reply.ContentType.Length > 0)
        {
            response.ContentType = reply.ContentType;
        }
        response.ContentLength = reply.Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }
        await response.Body.WriteAsync(reply.Body, cancellation).ConfigureAwait(false);
    }
}
