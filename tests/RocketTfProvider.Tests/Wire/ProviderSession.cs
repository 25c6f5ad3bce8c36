using Google.Protobuf;
using PluginClient;
using PluginClient.Protocol.V6;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Connection;
using TerraformPlugin.Tests.Protocol.Core;
using TerraformPlugin.Values;
using Schema = TerraformPlugin.Schemas.Schema;

namespace RocketTfProvider.Tests.Wire;

/// <summary>The provider's program, configured for an emulated workspace, and called as a CLI calls it in one walk.</summary>
internal sealed class ProviderSession : IAsyncDisposable
{
    private readonly ClientIdentity _identity = ClientIdentity.Create();
    private readonly EmulatorServer _server;
    private readonly bool _ownsServer;
    private PluginProcess _plugin = null!;
    private Provider.ProviderClient _client = null!;
    private Dictionary<string, TfValue> _arguments = [];

    private ProviderSession(EmulatorServer server, bool ownsServer) => (_server, _ownsServer) = (server, ownsServer);

    public EmulatorServer Server => _server;

    public RocketChat.Emulator.Control.EmulatedWorkspace Workspace => _server.Workspace;

    public IEnumerable<string> Requests => _server.Requests.Select(request => request.ToString());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ProviderSession> StartAsync(string planChecks = "error", EmulatorOptions? options = null)
    {
        var session = new ProviderSession(await EmulatorServer.StartAsync(options ?? new(), Token), ownsServer: true);
        await session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken, planChecks);
        return session;
    }

    /// <summary>Another process of the provider for the same workspace, which this session keeps.</summary>
    public async Task<ProviderSession> StartAnotherAsync()
    {
        var other = new ProviderSession(_server, ownsServer: false);
        await other.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken);
        return other;
    }

    /// <summary>Begins a new run, perhaps as somebody else: what the provider knew of the former one is gone.</summary>
    public Task ConfigureAsync(string userId, string authToken, string planChecks = "error", int? maxRetries = null) => ConfigureAsync(new()
    {
        ["user_id"] = TfValue.Of(userId),
        ["auth_token"] = TfValue.Of(authToken),
        ["plan_checks"] = TfValue.Of(planChecks),
        ["max_retries"] = maxRetries is { } retries ? TfValue.Of(retries) : TfValue.Null,
    });

    /// <summary>Begins a new run with these arguments of the provider block; the address is given if they have none.</summary>
    public async Task ConfigureAsync(Dictionary<string, TfValue> arguments)
    {
        if (_plugin is null)
        {
            _plugin = await PluginProcess.StartAsync(new PluginLaunch(ProviderProgram.Path) { Identity = _identity }, Token);
            _client = new Provider.ProviderClient(_plugin.Connection.Invoker);
        }

        _arguments = new(arguments);
        _arguments.TryAdd("url", TfValue.Of(_server.Url.AbsoluteUri));
        await NextRunAsync();
    }

    /// <summary>Begins a new run with the same arguments: a plan and the apply of it are two.</summary>
    public async Task NextRunAsync()
    {
        var config = ObjectOf(ProviderSchema.Instance, _arguments);
        var answer = await _client.ConfigureProviderAsync(
            new() { Config = Encode(ProviderSchema.Instance, config), TerraformVersion = "1.11.4" }, cancellationToken: Token);
        Assert.Empty(answer.Diagnostics);
    }

    /// <summary>An object of a schema: what is not named is null.</summary>
    public static TfValue ObjectOf(Schema schema, Dictionary<string, TfValue> attributes) =>
        TfValue.Object(schema.Attributes.Select(a => KeyValuePair.Create(a.Name, attributes.GetValueOrDefault(a.Name) ?? TfValue.Null)));

    /// <summary>Plans; a destroy when <paramref name="config"/> is null. What core would refuse fails the test.</summary>
    public async Task<Outcome> PlanAsync(string type, Schema schema, Outcome? prior, TfValue? config)
    {
        var before = prior?.Value ?? TfValue.Null;
        var answer = await _client.PlanResourceChangeAsync(
            new()
            {
                TypeName = type,
                PriorState = Encode(schema, before),
                PriorPrivate = prior?.Private ?? ByteString.Empty,
                Config = Encode(schema, config ?? TfValue.Null),
                ProposedNewState = Encode(schema, config is null ? TfValue.Null : Proposal.Of(schema, before, config)),
            },
            cancellationToken: Token);
        var planned = new Outcome(Decode(schema, answer.PlannedState), answer.PlannedPrivate, [.. answer.Diagnostics])
        {
            Replacing = [.. answer.RequiresReplace.Select(path => path.Steps[0].AttributeName)],
        };
        if (config is not null && !planned.HasError)
        {
            Assert.Empty(PlanRules.Violations(schema, before, config, planned.Value));
        }

        return planned;
    }

    /// <summary>
    /// Applies what was planned. A CLI plans a change once more before that, and takes the private state of that plan. What core would
    /// refuse
    /// fails the test.
    /// </summary>
    public async Task<Outcome> ApplyAsync(string type, Schema schema, Outcome? prior, TfValue? config, Outcome planned)
    {
        var again = config is null ? planned : await PlanAsync(type, schema, prior, config);
        if (!planned.HasError && !again.HasError)
        {
            Assert.Empty(ResultRules.Violations(planned.Value, again.Value));
        }

        var answer = await _client.ApplyResourceChangeAsync(
            new()
            {
                TypeName = type,
                PriorState = Encode(schema, prior?.Value ?? TfValue.Null),
                Config = Encode(schema, config ?? TfValue.Null),
                PlannedState = Encode(schema, again.Value),
                PlannedPrivate = again.Private,
            },
            cancellationToken: Token);
        var applied = new Outcome(Decode(schema, answer.NewState), answer.Private, [.. answer.Diagnostics]);
        if (!applied.HasError)
        {
            Assert.Empty(ResultRules.Violations(again.Value, applied.Value));
            Assert.True(applied.Value.IsWhollyKnown);
        }

        return applied;
    }

    public async Task<Outcome> RefreshAsync(string type, Schema schema, Outcome state)
    {
        var answer = await _client.ReadResourceAsync(
            new() { TypeName = type, CurrentState = Encode(schema, state.Value), Private = state.Private }, cancellationToken: Token);
        return new(Decode(schema, answer.NewState), answer.Private, [.. answer.Diagnostics]);
    }

    public async Task<Outcome> ImportAsync(string type, Schema schema, string id)
    {
        var answer = await _client.ImportResourceStateAsync(new() { TypeName = type, Id = id }, cancellationToken: Token);
        return answer.ImportedResources is [var imported]
            ? new(Decode(schema, imported.State), imported.Private, [.. answer.Diagnostics])
            : new(TfValue.Null, ByteString.Empty, [.. answer.Diagnostics]);
    }

    /// <summary>Takes an object of another type over, as a <c>moved</c> block does.</summary>
    public async Task<Outcome> MoveAsync(string type, Schema schema, Outcome state, string toType, Schema toSchema)
    {
        var answer = await _client.MoveResourceStateAsync(
            new()
            {
                SourceTypeName = type,
                SourceSchemaVersion = schema.Version,
                SourceState = new() { Json = ByteString.CopyFrom(TfJson.Encode(state.Value, schema.Type)) },
                SourcePrivate = state.Private,
                TargetTypeName = toType,
            },
            cancellationToken: Token);
        return new(Decode(toSchema, answer.TargetState), answer.TargetPrivate, [.. answer.Diagnostics]);
    }

    /// <summary>The configuration that a CLI generates for an object that was imported or found.</summary>
    public async Task<TfValue> GenerateConfigAsync(string type, Schema schema, Outcome state)
    {
        var answer = await _client.GenerateResourceConfigAsync(
            new() { TypeName = type, State = Encode(schema, state.Value) }, cancellationToken: Token);
        Assert.Empty(answer.Diagnostics);
        return Decode(schema, answer.Config);
    }

    public async Task<Outcome> ReadDataSourceAsync(string type, Schema schema, TfValue config)
    {
        var answer = await _client.ReadDataSourceAsync(
            new() { TypeName = type, Config = Encode(schema, config) }, cancellationToken: Token);
        return new(Decode(schema, answer.State), ByteString.Empty, [.. answer.Diagnostics]);
    }

    public async Task<Outcome> ValidateAsync(string type, Schema schema, TfValue config)
    {
        var answer = await _client.ValidateResourceConfigAsync(
            new() { TypeName = type, Config = Encode(schema, config) }, cancellationToken: Token);
        return new(TfValue.Null, ByteString.Empty, [.. answer.Diagnostics]);
    }

    /// <summary>Asks the running calls to end, as a CLI does after Ctrl-C. They end after this has returned.</summary>
    public void Stop() => _client.StopProvider(new(), cancellationToken: Token);

    public async ValueTask DisposeAsync()
    {
        if (_plugin is not null)
        {
            await _plugin.ShutdownAsync(CancellationToken.None);
            await _plugin.DisposeAsync();
        }

        if (_ownsServer)
        {
            await _server.DisposeAsync();
        }

        _identity.Dispose();
    }

    private static DynamicValue Encode(Schema schema, TfValue value) =>
        new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, schema.Type)) };

    private static TfValue Decode(Schema schema, DynamicValue? value) =>
        value is null || value.Msgpack.IsEmpty ? TfValue.Null : TfMsgPack.Decode(value.Msgpack.Memory, schema.Type);
}
