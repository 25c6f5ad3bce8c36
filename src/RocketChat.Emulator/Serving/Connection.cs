using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Recording;

namespace RocketChat.Emulator.Serving;

/// <summary>Takes a request from the wire, has it answered, and puts the answer on the wire, or what a fault makes of it.</summary>
internal sealed class Connection(
    Dispatcher dispatcher,
    ControlPanel control,
    FaultPlan faults,
    RequestLog log,
    Func<string, string, Task>? beforeAnswer,
    TimeProvider time)
{
    public async Task ServeAsync(HttpContext context)
    {
        var arrived = time.GetUtcNow();
        var request = await IncomingRequest.ReadAsync(context.Request, context.RequestAborted);
        if (control.Answer(request) is { } controlled)
        {
            await SendAsync(context.Response, controlled, context.RequestAborted);
            return;
        }

        var fault = faults.Take(request);
        if (fault is { Kind: FaultKind.Latency })
        {
            await Task.Delay(fault.Milliseconds, context.RequestAborted);
        }

        if (beforeAnswer is not null)
        {
            await beforeAnswer(request.Method, request.Path);
        }

        var reply = Answer(request, fault);
        var body = Encoding.UTF8.GetString(request.Body);
        log.Add(new RecordedRequest(arrived, request.Method, request.Path, request.QueryString, body, reply?.Status ?? 0)
        {
            AnsweredAt = time.GetUtcNow(),
        });
        if (reply is null)
        {
            context.Abort();
            return;
        }

        await SendAsync(context, reply, fault);
    }

    /// <returns>The answer; null when the connection shall be dropped.</returns>
    private Reply? Answer(IncomingRequest request, Fault? fault)
    {
        var isReplaced = fault is { Kind: FaultKind.Status or FaultKind.ProxyPage or FaultKind.Drop };
        var reply = isReplaced && !fault!.AfterEffect ? null : dispatcher.Answer(request);
        reply = isReplaced ? FaultyReplies.InsteadOf(fault!) : reply;
        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
        {
            reply?.With(name, value);
        }

        return reply;
    }

    private async Task SendAsync(HttpContext context, Reply reply, Fault? fault)
    {
        var (response, cancellationToken) = (context.Response, context.RequestAborted);
        switch (fault?.Kind)
        {
            case FaultKind.ClockSkew:
                response.Headers.Date = time.GetUtcNow().AddMilliseconds(fault.Milliseconds).ToString("r", CultureInfo.InvariantCulture);
                break;
            case FaultKind.WrongContentType:
                reply = reply.Called("text/html; charset=utf-8");
                break;
            case FaultKind.HalfBody:
                WriteHead(response, reply);
                await response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                context.Abort();
                return;
            case FaultKind.Drip:
                WriteHead(response, reply);
                for (var index = 0; index < reply.Body.Length; index++)
                {
                    await response.Body.WriteAsync(reply.Body.AsMemory(index, 1), cancellationToken);
                    await response.Body.FlushAsync(cancellationToken);
                    await Task.Delay(fault.Milliseconds, cancellationToken);
                }

                return;
        }

        await SendAsync(response, reply, cancellationToken);
    }

    private static async Task SendAsync(HttpResponse response, Reply reply, CancellationToken cancellationToken)
    {
        WriteHead(response, reply);
        if (response.HttpContext.Request.Method != "HEAD")
        {
            await response.Body.WriteAsync(reply.Body, cancellationToken);
        }
    }

    private static void WriteHead(HttpResponse response, Reply reply)
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
    }
}
