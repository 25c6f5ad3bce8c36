using System.Collections.Frozen;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using Schema = TerraformPlugin.Schemas.Schema;

namespace TerraformPlugin.Protocol;

/// <summary>
/// The gRPC service <c>tfplugin6.Provider</c>: decodes a request, lets the SDK do the work, encodes the answer.
/// This part has the calls about the provider as a whole and about data sources.
/// </summary>
internal sealed partial class ProviderService : V6.Provider.ProviderBase
{
    private readonly ProviderBase _provider;
    private readonly CallRunner _runner;
    private readonly StopSignal _stop;
    private readonly ILoggerFactory _loggers;
    private readonly FrozenDictionary<string, ResourceBase> _resources;
    private readonly FrozenDictionary<string, DataSourceBase> _dataSources;

    public ProviderService(ProviderBase provider, StopSignal stop, TimeProvider time, ILoggerFactory loggers)
    {
        _provider = provider;
        _stop = stop;
        _loggers = loggers;
        _runner = new CallRunner(provider, stop, time, loggers.CreateLogger<CallRunner>());
        _resources = provider.Resources.ToFrozenDictionary(r => r.TypeName, StringComparer.Ordinal);
        _dataSources = provider.DataSources.ToFrozenDictionary(d => d.TypeName, StringComparer.Ordinal);
    }

    private static ServerCapabilities Capabilities =>
        new() { PlanDestroy = true, GetProviderSchemaOptional = true, MoveResourceState = true, GenerateResourceConfig = true };

    public override Task<GetMetadata.Types.Response> GetMetadata(GetMetadata.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new GetMetadata.Types.Response
        {
            ServerCapabilities = Capabilities,
            Resources = { _resources.Keys.Order(StringComparer.Ordinal).Select(NameOf) },
            DataSources = { _dataSources.Keys.Order(StringComparer.Ordinal).Select(NameOf) },
            Functions = { Functions.Keys.Order(StringComparer.Ordinal).Select(FunctionNamed) },
            ListResources = { Lists.Keys.Order(StringComparer.Ordinal).Select(NameOf) },
            Actions = { Actions.Keys.Order(StringComparer.Ordinal).Select(NameOf) },
        });

    public override Task<GetProviderSchema.Types.Response> GetProviderSchema(
        GetProviderSchema.Types.Request request, ServerCallContext context)
    {
        var response = new GetProviderSchema.Types.Response
        {
            Provider = WireSchemas.Encode(_provider.Schema),
            ServerCapabilities = Capabilities,
        };
        foreach (var (name, resource) in _resources)
        {
            response.ResourceSchemas[name] = WireSchemas.Encode(resource.Schema);
        }

        foreach (var (name, dataSource) in _dataSources)
        {
            response.DataSourceSchemas[name] = WireSchemas.Encode(dataSource.Schema);
        }

        foreach (var (name, function) in Functions)
        {
            response.Functions[name] = WireFunctions.Encode(function.Signature);
        }

        foreach (var (name, list) in Lists)
        {
            response.ListResourceSchemas[name] = WireSchemas.Encode(list.Schema);
        }

        foreach (var (name, action) in Actions)
        {
            response.ActionSchemas[name] = new() { Schema = WireSchemas.Encode(action.Schema) };
        }

        return Task.FromResult(response);
    }

    public override async Task<ValidateProviderConfig.Types.Response> ValidateProviderConfig(
        ValidateProviderConfig.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(
            context,
            null,
            call => ValidateAsync(ConfigOf(call, request.Config, _provider.Schema), call.Diagnostics, call.CancellationToken))
            .ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task<ConfigureProvider.Types.Response> ConfigureProvider(
        ConfigureProvider.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, null, async call =>
        {
            var config = ConfigOf(call, request.Config, _provider.Schema);
            var found = new DiagnosticList();
            await ValidateAsync(config, found, call.CancellationToken).ConfigureAwait(false);
            if (!IsRefused(found, call.Diagnostics))
            {
                var configuring = new ConfigureContext(request.TerraformVersion, _loggers, call.Diagnostics);
                await _provider.ConfigureAsync(config, configuring, call.CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task<ValidateDataResourceConfig.Types.Response> ValidateDataResourceConfig(
        ValidateDataResourceConfig.Types.Request request, ServerCallContext context)
    {
        var diagnostics = await RunAsync(context, request.TypeName, call =>
        {
            var dataSource = DataSource(request.TypeName);
            var config = ConfigOf(call, request.Config, dataSource.Schema);
            Validate(dataSource.Schema, config, dataSource.ValidateModel, writeOnlyAllowed: true, call.Diagnostics);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return new() { Diagnostics = { WireDiagnostics.Encode(diagnostics) } };
    }

    public override async Task<ReadDataSource.Types.Response> ReadDataSource(
        ReadDataSource.Types.Request request, ServerCallContext context)
    {
        var response = new ReadDataSource.Types.Response();
        var diagnostics = await RunAsync(context, request.TypeName, async call =>
        {
            var dataSource = DataSource(request.TypeName);
            call.LimitTo(dataSource.Timeout);
            var config = SentValues.RequireKnown(ConfigOf(call, request.Config, dataSource.Schema), "the configuration");
            if (IsRefused(dataSource.Schema, TfValue.Null, config, dataSource.ValidateModel, call.Diagnostics))
            {
                return;
            }

            var reading = await PrepareAsync(call, ByteString.Empty, isStored: false).ConfigureAwait(false);
            var state = await dataSource.ReadAsync(config, reading, call.CancellationToken).ConfigureAwait(false);
            ObjectForm.RequireKnown(state);
            response.State = WireValues.Encode(ObjectForm.Complete(dataSource.Schema, state), dataSource.Schema.Type);
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    public override Task<StopProvider.Types.Response> StopProvider(StopProvider.Types.Request request, ServerCallContext context)
    {
        _stop.Stop();
        return Task.FromResult(new StopProvider.Types.Response());
    }

    private static GetMetadata.Types.TypeMetadata NameOf(string typeName) => new() { TypeName = typeName };

    private static GetMetadata.Types.FunctionMetadata FunctionNamed(string name) => new() { Name = name };

    // Core sends an object even for an absent provider block. Any other value must get a diagnostic, not a crash.
    private static TfValue ConfigOf(RunningCall call, DynamicValue? config, Schema schema) =>
        WireValues.Decode(config, schema.Type) is { IsPresent: true } value
            ? call.Take(schema, value)
            : throw new TfDecodeException("the configuration is not an object");

    // Terraform sends null for a list or an action without a block `config`.
    private static TfValue ConfigOrEmpty(RunningCall call, DynamicValue? config, Schema schema) =>
        WireValues.DecodeObject(config, schema) is { IsPresent: true } value ? call.Take(schema, value) : TfValue.Object(
            schema.Attributes.Select(a => KeyValuePair.Create(a.Name, TfValue.Null))
                .Concat(schema.Blocks.Select(b => KeyValuePair.Create(b.Name, b.Nesting.AbsentBlock()))));

    private static void Validate(
        Schema schema, TfValue config, Action<TfValue, DiagnosticList> validateModel, bool writeOnlyAllowed, DiagnosticList diagnostics)
    {
        new ConfigCheck(diagnostics, writeOnlyAllowed).Run(schema, config);
        if (!diagnostics.HasErrors)
        {
            validateModel(config, diagnostics);
        }
    }

    // Core has already validated and shown the warnings. Only the errors are repeated, for callers that skipped validation.
    private static bool IsRefused(
        Schema schema, TfValue prior, TfValue config, Action<TfValue, DiagnosticList> validateModel, DiagnosticList diagnostics)
    {
        var found = new DiagnosticList();
        if (prior.IsNull)
        {
            Validate(schema, config, validateModel, writeOnlyAllowed: true, found);
        }
        else
        {
            new ConfigCheck(found, writeOnlyAllowed: true).RunChanged(schema, prior, config);
        }

        return IsRefused(found, diagnostics);
    }

    private static bool IsRefused(DiagnosticList found, DiagnosticList diagnostics)
    {
        foreach (var error in found.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Add(error);
        }

        return found.HasErrors;
    }

    private async Task ValidateAsync(TfValue config, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        new ConfigCheck(diagnostics, writeOnlyAllowed: true).Run(_provider.Schema, config);
        if (!diagnostics.HasErrors)
        {
            await _provider.ValidateAsync(config, diagnostics, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<DiagnosticList> RunAsync(ServerCallContext context, string? typeName, Func<RunningCall, Task> body) =>
        _runner.RunAsync(context.Method[(context.Method.LastIndexOf('/') + 1)..], typeName, body, context.CancellationToken);

    private ResourceBase Resource(string typeName) =>
        _resources.GetValueOrDefault(typeName) ?? throw NotOffered("Unknown resource type", $"resource type `{typeName}`");

    private DataSourceBase DataSource(string typeName) =>
        _dataSources.GetValueOrDefault(typeName) ?? throw NotOffered("Unknown data source", $"data source `{typeName}`");

    private DiagnosticException NotOffered(string summary, string what) => new(
        summary,
        $"Version {_provider.Version} of the provider `{_provider.Name}` has no {what}. "
        + "Check the name, or use a newer version of the provider.");
}
