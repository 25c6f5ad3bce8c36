using Grpc.Core;
using TerraformPlugin.Protocol.GrpcHealth;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Answers go-plugin's ping: a plugin that can answer is in order.</summary>
internal sealed class HealthService(PluginLifetime lifetime) : Health.HealthBase
{
    // The name under which go-plugin asks; the empty name means the whole server.
    private const string PluginService = "plugin";

    private static readonly HealthCheckResponse Ready = new() { Status = HealthCheckResponse.Types.ServingStatus.Serving };

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => Known(request.Service)
        ? Task.FromResult(Ready)
        : throw new RpcException(new Status(StatusCode.NotFound, "unknown service"));

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var status = Known(request.Service)
            ? Ready
            : new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.ServiceUnknown };
        await responseStream.WriteAsync(status, context.CancellationToken).ConfigureAwait(false);
        await lifetime.WaitAsync(context.CancellationToken).ConfigureAwait(false);
    }

    private static bool Known(string service) => service is PluginService or "";
}
