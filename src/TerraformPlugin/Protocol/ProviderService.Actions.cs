using System.Collections.Frozen;
using Google.Protobuf;
using Grpc.Core;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Values;

namespace TerraformPlugin.Protocol;

/// <content>The calls about actions.</content>
internal sealed partial class ProviderService
{
    private FrozenDictionary<string, ProviderActionBase> Actions =>
        field ??= _provider.Actions.ToFrozenDictionary(a => a.TypeName, StringComparer.Ordinal);

    public override async Task<ValidateActionConfig.Types.Response> ValidateActionConfig(
        ValidateActionConfig.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.ActionType, call =>
        {
            var action = Action(request.ActionType);
            var config = ConfigOrEmpty(call, request.Config, action.Schema);
            Validate(action.Schema, config, action.ValidateModel, writeOnlyAllowed: true, call.Diagnostics);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task<PlanAction.Types.Response> PlanAction(PlanAction.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.ActionType, async call =>
        {
            var action = Action(request.ActionType);
            call.LimitTo(action.Timeout);
            var config = ConfigOrEmpty(call, request.Config, action.Schema);
            if (!IsRefused(action.Schema, TfValue.Null, config, action.ValidateModel, call.Diagnostics))
            {
                var planning = await PrepareAsync(call, ByteString.Empty, isStored: false).ConfigureAwait(false);
                await action.PlanAsync(config, planning, call.CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task InvokeAction(
        InvokeAction.Types.Request request, IServerStreamWriter<InvokeAction.Types.Event> responseStream, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.ActionType, async call =>
        {
            var action = Action(request.ActionType);
            call.LimitTo(action.Timeout);
            var config = SentValues.RequireKnown(ConfigOrEmpty(call, request.Config, action.Schema), "the configuration");
            if (!IsRefused(action.Schema, TfValue.Null, config, action.ValidateModel, call.Diagnostics))
            {
                await PrepareAsync(call, ByteString.Empty, isStored: false).ConfigureAwait(false);
                var invoking = new ActionContext(call.Diagnostics, new PrivateState(), message => responseStream.WriteAsync(
                    new() { Progress = new() { Message = message } }, call.CancellationToken));
                await action.InvokeAsync(config, invoking, call.CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        if (!context.CancellationToken.IsCancellationRequested)
        {
            var last = new InvokeAction.Types.Event { Completed = new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } } };
            await responseStream.WriteAsync(last, context.CancellationToken).ConfigureAwait(false);
        }
    }

    private ProviderActionBase Action(string typeName) =>
        Actions.GetValueOrDefault(typeName) ?? throw NotOffered("Unknown action", $"action `{typeName}`");
}
