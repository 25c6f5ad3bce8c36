using RocketChat.Emulator;
using RocketTfProvider.Federation;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Federation;

/// <summary>The one federation of an emulated workspace, through the provider's program.</summary>
internal sealed class FederationLifecycle(ProviderSession session) : IAsyncDisposable
{
    public const string TypeName = "rocketchat_federation";

    private readonly ResourceLifecycle _lifecycle = new(session, TypeName, Schema);

    public static Schema Schema => FederationSchema.Instance;

    public ProviderSession Session => session;

    public static async Task<FederationLifecycle> StartAsync(
        string profile, string planChecks = "error", EmulatorOptions? options = null) =>
        new(await ProviderSession.StartAsync(planChecks, (options ?? new()) with { VersionProfile = profile }));

    /// <summary>A configuration that names these attributes, such as <c>test.enabled</c>; the last of equal names wins.</summary>
    public static TfValue Config(params IEnumerable<(string Path, TfValue Value)> attributes) =>
        ResourceLifecycle.Config(Schema, attributes);

    /// <summary>No check of DNS and no test, for cases about something else.</summary>
    public static (string Path, TfValue Value)[] Unproven { get; } =
        [("wait_for_dns.enabled", TfValue.False), ("test.enabled", TfValue.False)];

    /// <summary>Legacy federation of chat.example.org, unproven, and what else is given.</summary>
    public static TfValue Legacy(params (string Path, TfValue Value)[] more) =>
        Config([("engine", TfValue.Of("legacy")), ("domain", TfValue.Of("chat.example.org")), ("target", TfValue.Of("chat.example.org")),
            .. Unproven, .. more]);

    /// <summary>Native federation of example.org, unproven, and what else is given.</summary>
    public static TfValue Native(params (string Path, TfValue Value)[] more) =>
        Config([("domain", TfValue.Of("example.org")), ("target", TfValue.Of("chat.example.org")), .. Unproven, .. more]);

    public async Task<Outcome> PlanAsync(Outcome? prior, TfValue? config) => (await _lifecycle.PlanAsync(prior, config)).Planned;

    /// <summary>Plans and applies, whatever the two say.</summary>
    public async Task<Outcome> ApplyAsync(Outcome? prior, TfValue? config) =>
        await _lifecycle.ApplyAsync(await _lifecycle.PlanAsync(prior, config));

    public Task<Outcome> RefreshAsync(Outcome state) => _lifecycle.RefreshAsync(state);

    public Task<Outcome> ImportAsync(string id = "federation") => _lifecycle.ImportAsync(id);

    public bool IsOn(string setting) => session.Workspace.GetSetting(setting)!.GetValue<bool>();

    public string TextOf(string setting) => session.Workspace.GetSetting(setting)!.GetValue<string>();

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
