using System.Collections.Immutable;
using RocketChat.Federation;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>The attributes of <c>rocketchat_federation</c>.</summary>
internal sealed record FederationModel : IModel<FederationModel>
{
    private static readonly ImmutableArray<string> Texts =
    [
        "id", "engine", "domain", "target", "protocol", "public_key", "on_destroy", "effective_engine", "status", "signing_key_id", "registration_file", "homeserver_token",
        "appservice_token",
    ];

    private static readonly ImmutableArray<string> Others =
    [
        "enabled", "allow_domain_change", "port", "legacy", "matrix_bridge", "native", "wait_for_dns", "test", "records", "restart_recommended", "last_test",
    ];

    private ImmutableDictionary<string, TfValue> Values { get; init; } = [];

    public string Engine => TextOr("engine", FederationEngine.Auto);

    public bool Enabled => Truth(this["enabled"], true);

    public bool AllowsDomainChange => Truth(this["allow_domain_change"], false);

    /// <summary>The domain in its form; null while it is not known.</summary>
    public DomainName? Domain => this["domain"].IsPresent && DomainName.TryParse(this["domain"].Text, out var name, out _) ? name : null;

    public bool Keeps => TextOr("on_destroy", FederationSchema.Disable) == FederationSchema.Keep;

    public bool ChecksDns => Truth(Inner("wait_for_dns", "enabled"), true);

    public TimeSpan DnsTimeout => Length(Inner("wait_for_dns", "timeout"), TimeSpan.FromMinutes(10));

    public TimeSpan DnsInterval => Length(Inner("wait_for_dns", "interval"), TimeSpan.FromSeconds(10));

    public IReadOnlyList<string> Resolvers =>
        Inner("wait_for_dns", "resolvers") is { IsPresent: true, IsWhollyKnown: true } list ? [.. list.Elements.Where(e => e.IsPresent).Select(e => e.Text)] : [];

    public bool Tests => Truth(Inner("test", "enabled"), true);

    public bool TestIsRequired => Truth(Inner("test", "required"), true);

    /// <summary>Whether peers are looked up in DNS.</summary>
    public bool UsesHub => Inner("legacy", "discovery_method") is { IsPresent: true, Text: "hub" };

    public TfValue this[string name] => Values.GetValueOrDefault(name, TfValue.Null);

    public static FederationModel Read(ModelReader reader) => new()
    {
        Values = Texts.Concat(Others).ToImmutableDictionary(name => name, reader.Raw),
    };

    public void Write(ModelWriter writer)
    {
        foreach (var name in Texts.Concat(Others))
        {
            writer.Raw(name, this[name]);
        }
    }

    public FederationModel With(string name, TfValue value) => this with { Values = Values.SetItem(name, value) };

    public FederationModel With(string name, string? text) => With(name, TfValue.Of(text));

    public TfValue Inner(string outer, string name) => this[outer] is { IsPresent: true } nested ? nested.Attributes[name] : TfValue.Null;

    public string TextOr(string name, string fallback) => this[name] is { IsPresent: true } value ? value.Text : fallback;

    private static bool Truth(TfValue value, bool fallback) => value.IsPresent ? value.Truth : fallback;

    private static TimeSpan Length(TfValue value, TimeSpan fallback) => value.IsPresent && Duration.TryParse(value.Text, out var length) ? length : fallback;
}
