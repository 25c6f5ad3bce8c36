using System.Collections.Frozen;
using Google.Protobuf;
using Grpc.Core;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Values;

namespace TerraformPlugin.Protocol;

/// <content>The calls about list resources.</content>
internal sealed partial class ProviderService
{
    private FrozenDictionary<string, ListResourceBase> Lists =>
        field ??= _provider.ListResources.ToFrozenDictionary(l => l.TypeName, StringComparer.Ordinal);

    public override async Task<ValidateListResourceConfig.Types.Response> ValidateListResourceConfig(
        ValidateListResourceConfig.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.TypeName, call =>
        {
            var list = List(request.TypeName);
            var config = ConfigOrEmpty(call, request.Config, list.Schema);
            Validate(list.Schema, config, list.ValidateModel, writeOnlyAllowed: true, call.Diagnostics);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task ListResource(
        ListResource.Types.Request request, IServerStreamWriter<ListResource.Types.Event> responseStream, ServerCallContext context)
    {
        var shown = 0;
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var list = List(request.TypeName);
            call.LimitTo(list.Timeout);
            var config = SentValues.RequireKnown(ConfigOrEmpty(call, request.Config, list.Schema), "the configuration");
            if (IsRefused(list.Schema, TfValue.Null, config, list.ValidateModel, call.Diagnostics))
            {
                return;
            }

            var listing = await PrepareAsync(call, ByteString.Empty, isStored: false).ConfigureAwait(false);
            var left = request.Limit > 0 ? request.Limit : long.MaxValue;
            var found = list.ListAsync(config, listing, call.CancellationToken);
            await foreach (var (name, state) in found.ConfigureAwait(false))
            {
                if (await EventOfAsync(list.Resource, name, state, request.IncludeResourceObject, call).ConfigureAwait(false) is { } listed)
                {
                    listed.Diagnostic.Add(WireDiagnostics.Encode(call.Diagnostics).Skip(shown));
                    shown = call.Diagnostics.Count;
                    await responseStream.WriteAsync(listed, call.CancellationToken).ConfigureAwait(false);
                    left--;
                }

                if (left == 0)
                {
                    break;
                }
            }
        }).ConfigureAwait(false);
        if (diagnostics.Count > shown && !context.CancellationToken.IsCancellationRequested)
        {
            var last = new ListResource.Types.Event { Diagnostic = { WireDiagnostics.Encode(diagnostics).Skip(shown) } };
            await responseStream.WriteAsync(last, context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The object; null if it is gone by now.</returns>
    private static async Task<ListResource.Types.Event?> EventOfAsync(
        ResourceBase resource, string displayName, TfValue state, bool isWhole, RunningCall call)
    {
        var listed = new ListResource.Types.Event { DisplayName = displayName, Identity = IdentityOf(resource, state) };
        if (isWhole)
        {
            var reading = new CallContext(call.Diagnostics, new PrivateState());
            var whole = await resource.ReadAsync(state.UnknownsAsNull(), reading, call.CancellationToken).ConfigureAwait(false);
            if (whole.IsNull)
            {
                return null;
            }

            ObjectForm.RequireKnown(whole);
            listed.ResourceObject = Encode(ObjectForm.WithoutSensitive(resource.Schema, whole), resource.Schema);
        }

        return listed;
    }

    private ListResourceBase List(string typeName) =>
        Lists.GetValueOrDefault(typeName) ?? throw NotOffered("Unknown list resource", $"list resource `{typeName}`");
}
