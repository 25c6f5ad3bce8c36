using RocketChat.Emulator;
using RocketTfProvider.Federation;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Federation;

/// <summary>The one federation of an emulated workspace, through the provider's program.</summary>
internal sealed class FederationStage(ProviderSession session) : IAsyncDisposable
{
    public const string TypeName = "rocketchat_federation";

    public static Schema Schema => FederationSchema.Instance;

    public ProviderSession Session => session;

    public static async Task<FederationStage> SetAsync(string profile, string planChecks = "error", EmulatorOptions? options = null) =>
        new(await ProviderSession.StartAsync(planChecks, (options ?? new()) with { VersionProfile = profile }));

    /// <summary>A configuration; what is not named in it is not set, and what is named twice is what it was last.</summary>
    public static TfValue Config(params (string Name, TfValue Value)[] attributes) =>
        ProviderSession.Whole(Schema, attributes.GroupBy(a => a.Name).ToDictionary(g => g.Key, g => g.Last().Value));

    /// <summary>One of the nested attributes.</summary>
    public static TfValue Nested(string name, params (string Name, TfValue Value)[] attributes) =>
        TfValue.Object(Schema.Attributes.Single(a => a.Name == name).Nested!.Attributes.Select(a =>
            KeyValuePair.Create(a.Name, attributes.FirstOrDefault(given => given.Name == a.Name).Value ?? TfValue.Null)));

    /// <summary>Neither DNS nor a test: for what is about something else.</summary>
    public static (string Name, TfValue Value)[] Unproven { get; } =
    [
        ("wait_for_dns", Nested("wait_for_dns", ("enabled", TfValue.False))),
        ("test", Nested("test", ("enabled", TfValue.False))),
    ];

    /// <summary>Legacy federation of chat.example.org, unproven, and what else is given.</summary>
    public static TfValue Legacy(params (string Name, TfValue Value)[] more) =>
        Config([("engine", TfValue.Of("legacy")), ("domain", TfValue.Of("chat.example.org")), ("target", TfValue.Of("chat.example.org")),
            .. Unproven, .. more]);

    /// <summary>Native federation of example.org, unproven, and what else is given.</summary>
    public static TfValue Native(params (string Name, TfValue Value)[] more) =>
        Config([("domain", TfValue.Of("example.org")), ("target", TfValue.Of("chat.example.org")), .. Unproven, .. more]);

    /// <summary>Plans in a new run, in which nobody else has planned the same.</summary>
    public async Task<Outcome> PlanAsync(Outcome? prior, TfValue? config)
    {
        await session.NextRunAsync();
        return await session.PlanAsync(TypeName, Schema, prior, config);
    }

    public async Task<Outcome> ApplyAsync(Outcome? prior, TfValue? config)
    {
        var planned = await PlanAsync(prior, config);
        await session.NextRunAsync();
        return await session.ApplyAsync(TypeName, Schema, prior, config, planned);
    }

    /// <summary>Reads in a new run: within one, answers of the server may serve several readers.</summary>
    public async Task<Outcome> RefreshAsync(Outcome state)
    {
        await session.NextRunAsync();
        return await session.RefreshAsync(TypeName, Schema, state);
    }

    public async Task<Outcome> ImportAsync(string id = "federation") =>
        await RefreshAsync((await session.ImportAsync(TypeName, Schema, id)).HasNoError());

    public bool IsOn(string setting) => session.Workspace.GetSetting(setting)!.GetValue<bool>();

    public string TextOf(string setting) => session.Workspace.GetSetting(setting)!.GetValue<string>();

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
