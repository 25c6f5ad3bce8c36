using Google.Protobuf;
using Grpc.Core;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Values;
using Schema = TerraformPlugin.Schemas.Schema;

namespace TerraformPlugin.Protocol;

/// <content>The calls about managed resources.</content>
internal sealed partial class ProviderService
{
    public override async Task<ValidateResourceConfig.Types.Response> ValidateResourceConfig(
        ValidateResourceConfig.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.TypeName, call =>
        {
            var resource = Resource(request.TypeName);
            var config = ConfigOf(call, request.Config, resource.Schema);
            var writeOnlyAllowed = request.ClientCapabilities?.WriteOnlyAttributesAllowed ?? false;
            Validate(resource.Schema, config, resource.ValidateModel, writeOnlyAllowed, call.Diagnostics);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task<UpgradeResourceState.Types.Response> UpgradeResourceState(
        UpgradeResourceState.Types.Request request, ServerCallContext context)
    {
        var response = new UpgradeResourceState.Types.Response();
        var diagnostics = await RunAsync(context, request.TypeName, _ =>
        {
            var resource = Resource(request.TypeName);
            response.UpgradedState = WireValues.Encode(
                StateUpgrade.Run(resource, request.Version, JsonOf(request.RawState)), resource.Schema.Type);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<ReadResource.Types.Response> ReadResource(ReadResource.Types.Request request, ServerCallContext context)
    {
        // The stored state is answered after every failure: an empty answer would mean that the object is gone.
        var response = new ReadResource.Types.Response
        {
            NewState = request.CurrentState,
            Private = request.Private,
            NewIdentity = request.CurrentIdentity,
        };
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var resource = Resource(request.TypeName);
            var state = SentValues.RequireState(WireValues.DecodeObject(request.CurrentState, resource.Schema), resource);
            if (state.IsNull)
            {
                return;
            }

            call.LimitTo(resource.Timeouts.For(ResourceOperation.Read, state));
            var reading = await PrepareAsync(call, request.Private, isStored: true).ConfigureAwait(false);
            var now = state;
            var stored = reading.Private.TakeImported() ? null : state;
            if (!await ReadOrKeepAsync(call, request.TypeName, stored, async () =>
                now = await resource.ReadAsync(state, reading, call.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false))
            {
                return;
            }

            ObjectForm.RequireKnown(now);
            response.NewState = Encode(now, resource.Schema);
            response.NewIdentity = IdentityOf(resource, now);
            response.Private = Encode(reading.Private);
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<PlanResourceChange.Types.Response> PlanResourceChange(
        PlanResourceChange.Types.Request request, ServerCallContext context)
    {
        var response = new PlanResourceChange.Types.Response
        {
            PlannedPrivate = request.PriorPrivate,
            PlannedIdentity = request.PriorIdentity,
        };
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var resource = Resource(request.TypeName);
            var schema = resource.Schema;
            var prior = SentValues.RequireState(WireValues.DecodeObject(request.PriorState, schema), resource);
            var proposed = WireValues.DecodeObject(request.ProposedNewState, schema);
            call.LimitTo(resource.Timeouts.For(ResourceOperation.Read, proposed));
            var planning = await PrepareAsync(call, request.PriorPrivate, isStored: false).ConfigureAwait(false);
            if (!proposed.IsNull)
            {
                var config = ConfigOf(call, request.Config, schema);
                SentValues.RequireAgreement(schema, prior, config, proposed, isFinal: false);
                if (IsRefused(schema, prior, config, resource.ValidateModel, call.Diagnostics))
                {
                    return;
                }

                var (draft, replacing) = ResourcePlanner.Plan(schema, prior, config, proposed);
                var (planned, also) = (draft, (IReadOnlyList<Diagnostics.AttributePath>)[]);
                await ReadOrKeepAsync(call, request.TypeName, draft.Equals(prior) ? prior : null, async () =>
                    (planned, also) = await resource.PlanAsync(config, prior, draft, planning, call.CancellationToken)
                        .ConfigureAwait(false)).ConfigureAwait(false);
                response.PlannedState = Encode(planned, schema);
                response.PlannedIdentity = IdentityOf(resource, planned) ?? (prior.IsNull ? null : request.PriorIdentity);
                response.RequiresReplace.Add(replacing.Union(also).Select(WireDiagnostics.Encode));
            }
            else if (!prior.IsNull)
            {
                await ReadOrKeepAsync(call, request.TypeName, prior, () =>
                    resource.PlanDestroyAsync(prior, planning, call.CancellationToken)).ConfigureAwait(false);
                response.PlannedState = Encode(TfValue.Null, schema);
            }

            response.PlannedPrivate = Encode(planning.Private);
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<ApplyResourceChange.Types.Response> ApplyResourceChange(
        ApplyResourceChange.Types.Request request, ServerCallContext context)
    {
        // Until something is done, what is there is what was there: an error before the first change must not lose the object.
        var response = new ApplyResourceChange.Types.Response
        {
            NewState = request.PriorState,
            Private = request.PlannedPrivate,
        };
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var resource = Resource(request.TypeName);
            var schema = resource.Schema;
            var prior = SentValues.RequireState(WireValues.DecodeObject(request.PriorState, schema), resource);
            var planned = WireValues.DecodeObject(request.PlannedState, schema);
            response.NewIdentity = IdentityOf(resource, prior);
            var applying = await PrepareAsync(call, request.PlannedPrivate, isStored: true).ConfigureAwait(false);
            try
            {
                if (!planned.IsNull)
                {
                    call.LimitTo(resource.Timeouts.For(prior.IsNull ? ResourceOperation.Create : ResourceOperation.Update, planned));
                    var config = SentValues.RequireKnown(ConfigOf(call, request.Config, schema), "the configuration");
                    SentValues.RequireAgreement(schema, prior, config, planned, isFinal: true);
                    if (IsRefused(schema, prior, config, resource.ValidateModel, call.Diagnostics))
                    {
                        return;
                    }

                    var now = await resource.ApplyAsync(
                        config, prior, planned, applying, Save, call.CancellationToken).ConfigureAwait(false);
                    Save(now);
                    ObjectForm.RequireKnown(now);
                }
                else if (!prior.IsNull)
                {
                    call.LimitTo(resource.Timeouts.For(ResourceOperation.Delete, prior));
                    await resource.DeleteAsync(prior, applying, call.CancellationToken).ConfigureAwait(false);
                    if (!call.Diagnostics.HasErrors)
                    {
                        Save(TfValue.Null);
                    }
                }
            }
            finally
            {
                response.Private = Encode(applying.Private);
            }

            void Save(TfValue state)
            {
                response.NewState = Encode(state.UnknownsAsNull(), schema);
                response.NewIdentity = IdentityOf(resource, state);
            }
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<ImportResourceState.Types.Response> ImportResourceState(
        ImportResourceState.Types.Request request, ServerCallContext context)
    {
        var response = new ImportResourceState.Types.Response();
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var resource = Resource(request.TypeName);
            call.LimitTo(resource.Timeouts.Read);
            var importing = await PrepareAsync(call, ByteString.Empty, isStored: true).ConfigureAwait(false);
            var id = ImportIdOf(resource, request);
            var state = await resource.ImportStateAsync(id, importing, call.CancellationToken).ConfigureAwait(false);
            importing.Private.SetImported();
            response.ImportedResources.Add(new ImportResourceState.Types.ImportedResource
            {
                TypeName = request.TypeName,
                State = Encode(state.UnknownsAsNull(), resource.Schema),
                Private = Encode(importing.Private),
                Identity = RequireIdentity(resource, IdentityOf(resource, state), request.Identity),
            });
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<MoveResourceState.Types.Response> MoveResourceState(
        MoveResourceState.Types.Request request, ServerCallContext context)
    {
        var response = new MoveResourceState.Types.Response();
        var diagnostics = await RunAsync(context, request.TargetTypeName, call =>
        {
            var target = Resource(request.TargetTypeName);
            if (_resources.GetValueOrDefault(request.SourceTypeName) is not { } source
                || !target.StateMovers.TryGetValue(request.SourceTypeName, out var move))
            {
                throw new DiagnosticException(
                    "Move not supported",
                    $"State of `{request.SourceTypeName}` cannot be moved to `{request.TargetTypeName}`. "
                    + "Remove the old object from the state and import the new one. This changes nothing on the server.");
            }

            var state = StateUpgrade.Run(source, request.SourceSchemaVersion, JsonOf(request.SourceState));
            var moving = new CallContext(call.Diagnostics, PrivateState.Decode(request.SourcePrivate.Memory));
            var moved = move(state, moving);
            response.TargetState = Encode(moved.UnknownsAsNull(), target.Schema);
            response.TargetIdentity = IdentityOf(target, moved);
            response.TargetPrivate = Encode(moving.Private);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override async Task<GenerateResourceConfig.Types.Response> GenerateResourceConfig(
        GenerateResourceConfig.Types.Request request, ServerCallContext context)
    {
        var response = new GenerateResourceConfig.Types.Response();
        var diagnostics = await RunAsync(context, request.TypeName, _ =>
        {
            var resource = Resource(request.TypeName);
            var state = SentValues.RequireState(WireValues.DecodeObject(request.State, resource.Schema), resource);
            response.Config = Encode(
                state.IsNull ? state : resource.CorrectConfig(ConfigGeneration.Run(resource.Schema, state)), resource.Schema);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    private static ReadOnlyMemory<byte> JsonOf(RawState? state) => state is { Json.IsEmpty: false } raw
        ? raw.Json.Memory
        : throw new DiagnosticException(
            "Unsupported state format",
            "The state was written by Terraform 0.11 or older. Upgrade it with Terraform 0.13 first. The state was not changed.");

    /// <summary>Reads or plans an object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="typeName">The resource.</param>
    /// <param name="stored">The object, if it may stay as the state has it; otherwise null.</param>
    /// <param name="body">The work.</param>
    /// <returns>False if the object could not be read and stays as the state has it.</returns>
    private async Task<bool> ReadOrKeepAsync(RunningCall call, string typeName, TfValue? stored, Func<Task> body)
    {
        try
        {
            await body().ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (stored is not null)
        {
            if (!_provider.KeepsUnread(failure, typeName, stored, call.Diagnostics))
            {
                throw;
            }

            return false;
        }
    }

    private async Task<CallContext> PrepareAsync(RunningCall call, ByteString privateState, bool isStored)
    {
        var context = new CallContext(call.Diagnostics, PrivateState.Decode(privateState.Memory));
        await _provider.PrepareAsync(context, isStored, call.CancellationToken).ConfigureAwait(false);
        return context;
    }

    private static DynamicValue Encode(TfValue value, Schema schema) => WireValues.Encode(ObjectForm.Complete(schema, value), schema.Type);

    private static ByteString Encode(PrivateState state) => UnsafeByteOperations.UnsafeWrap(state.Encode());
}
