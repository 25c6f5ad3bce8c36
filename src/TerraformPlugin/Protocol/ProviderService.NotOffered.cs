using Grpc.Core;
using TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <content>
/// The calls of protocol 6.7 and 6.10 for features that the SDK does not offer. No CLI makes them, since no schema announces the features.
/// Other callers get an error diagnostic, because the status Unimplemented would read "Unsupported plugin method".
/// </content>
internal sealed partial class ProviderService
{
    public override Task<ValidateEphemeralResourceConfig.Types.Response> ValidateEphemeralResourceConfig(
        ValidateEphemeralResourceConfig.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new ValidateEphemeralResourceConfig.Types.Response { Diagnostics = { NoSuch("ephemeral resources") } });

    public override Task<OpenEphemeralResource.Types.Response> OpenEphemeralResource(
        OpenEphemeralResource.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new OpenEphemeralResource.Types.Response { Diagnostics = { NoSuch("ephemeral resources") } });

    public override Task<RenewEphemeralResource.Types.Response> RenewEphemeralResource(
        RenewEphemeralResource.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new RenewEphemeralResource.Types.Response { Diagnostics = { NoSuch("ephemeral resources") } });

    public override Task<CloseEphemeralResource.Types.Response> CloseEphemeralResource(
        CloseEphemeralResource.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new CloseEphemeralResource.Types.Response { Diagnostics = { NoSuch("ephemeral resources") } });

    public override Task<ValidateStateStore.Types.Response> ValidateStateStoreConfig(
        ValidateStateStore.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new ValidateStateStore.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task<ConfigureStateStore.Types.Response> ConfigureStateStore(
        ConfigureStateStore.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new ConfigureStateStore.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task ReadStateBytes(
        ReadStateBytes.Types.Request request,
        IServerStreamWriter<ReadStateBytes.Types.Response> responseStream,
        ServerCallContext context) =>
        responseStream.WriteAsync(new() { Diagnostics = { NoSuch("state stores") } }, context.CancellationToken);

    public override Task<WriteStateBytes.Types.Response> WriteStateBytes(
        IAsyncStreamReader<WriteStateBytes.Types.RequestChunk> requestStream, ServerCallContext context) =>
        Task.FromResult(new WriteStateBytes.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task<LockState.Types.Response> LockState(LockState.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new LockState.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task<UnlockState.Types.Response> UnlockState(UnlockState.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new UnlockState.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task<GetStates.Types.Response> GetStates(GetStates.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new GetStates.Types.Response { Diagnostics = { NoSuch("state stores") } });

    public override Task<DeleteState.Types.Response> DeleteState(DeleteState.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new DeleteState.Types.Response { Diagnostics = { NoSuch("state stores") } });

    private Diagnostic NoSuch(string feature) => new()
    {
        Severity = Diagnostic.Types.Severity.Error,
        Summary = "Feature not offered",
        Detail = $"Version {_provider.Version} of the provider `{_provider.Name}` does not offer {feature}.",
    };
}
