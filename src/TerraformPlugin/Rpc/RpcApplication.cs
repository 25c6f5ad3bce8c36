using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Rpc;

/// <summary>
/// gRPC over the web server's HTTP/2: finds the method of a request, and ends every call with a status. Source: grpc/grpc,
/// <c>doc/PROTOCOL-HTTP2.md</c>.
/// </summary>
internal sealed partial class RpcApplication(RpcMethods methods, TimeProvider time, ILogger<RpcApplication> log) : IHttpApplication<RpcRequest>
{
    private const string MediaType = "application/grpc";

    public RpcRequest CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

    public Task ProcessRequestAsync(RpcRequest context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.Features.GetRequiredFeature<IHttpResponseFeature>();
        if (request.Method != HttpMethods.Post || !IsGrpc(request.Headers.ContentType.ToString()))
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        response.Headers.ContentType = MediaType;
        if (!methods.TryFind(request.Path, out var method))
        {
            return RefuseAsync(response, "No such method.");
        }

        if (request.Headers.GrpcEncoding.ToString() is not ("" or "identity"))
        {
            response.Headers.GrpcAcceptEncoding = "identity";
            return RefuseAsync(response, "Messages must not be compressed.");
        }

        return RunAsync(context, method);
    }

    public void DisposeContext(RpcRequest context, Exception? exception)
    {
        // Nothing is kept for a request.
    }

    private async Task RunAsync(RpcRequest request, Func<RpcCall, Task> method)
    {
        using var call = new RpcCall(request, time);
        try
        {
            await method(call).ConfigureAwait(false);
        }
        catch (RpcException refusal)
        {
            call.Status = refusal.Status;
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            call.Status = call.Interruption;
        }
#pragma warning disable CA1031 // The client must hear of it, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Without the exception's message: it may hold a value that is a secret.
            CallFailed(log, call.Method, e.GetType().FullName, e.StackTrace);
            call.Status = new Status(StatusCode.Unknown, "Exception was thrown by handler.");
        }

        Tell(request.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers, call.Status);
    }

    private static bool IsGrpc(string contentType) =>
        contentType.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) && (contentType.Length == MediaType.Length || contentType[MediaType.Length] is '+' or ';');

    // An answer that is all headers: the specification's "Trailers-Only".
    private static Task RefuseAsync(IHttpResponseFeature response, string why)
    {
        Tell(response.Headers, new Status(StatusCode.Unimplemented, why));
        return Task.CompletedTask;
    }

    private static void Tell(IHeaderDictionary headers, Status status)
    {
        headers.GrpcStatus = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (status.Detail.Length > 0)
        {
            headers.GrpcMessage = StatusText.Encode(status.Detail);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected exception in {method}: {exception} {stack}")]
    private static partial void CallFailed(ILogger log, string method, string? exception, string? stack);
}
