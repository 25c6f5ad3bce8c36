using System.Collections.Immutable;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>The attributes of <c>rocketchat_federation</c>.</summary>
/// <param name="Attributes">All of them; what a configuration or a plan says of them is asked by path.</param>
internal sealed record FederationModel(SettingsModel Attributes) : IModel<FederationModel>
{
    public static FederationModel Empty { get; } =
        new(new SettingsModel(TfValue.Object(FederationSchema.Instance.Attributes.Select(a => KeyValuePair.Create(a.Name, TfValue.Null)))));

    public string Engine => StringOr("engine", FederationEngine.Auto);

    public bool Enabled => Bool("enabled", true);

    public bool AllowsDomainChange => Bool("allow_domain_change", false);

    /// <summary>The domain in its form; null while it is not known.</summary>
    public DomainName? Domain => NameAt("domain");

    /// <summary>The target in its form; null when there is none, or it is not known yet.</summary>
    public DomainName? Target => NameAt("target");

    public bool Keeps => StringOr("on_destroy", FederationSchema.Disable) == FederationSchema.Keep;

    public bool ChecksDns => Bool("wait_for_dns.enabled", true);

    public TimeSpan DnsTimeout => Length("wait_for_dns.timeout", TimeSpan.FromMinutes(10));

    public TimeSpan DnsInterval => Length("wait_for_dns.interval", TimeSpan.FromSeconds(10));

    public IReadOnlyList<string> Resolvers =>
        At("wait_for_dns.resolvers") is { IsPresent: true, IsWhollyKnown: true } list
            ? [.. list.Elements.Where(e => e.IsPresent).Select(e => e.String)] : [];

    public bool Tests => Bool("test.enabled", true);

    public bool TestIsRequired => Bool("test.required", true);

    /// <summary>Whether peers are looked up at the hub and not in DNS.</summary>
    public bool UsesHub => StringOr("legacy.discovery_method", "") == "hub";

    /// <summary>Whether a Matrix domain points to its host with an SRV record.</summary>
    public bool DelegatesBySrv => StringOr("delegation", "") == Delegation.BySrv;

    public static FederationModel Read(ModelReader reader) => new(SettingsModel.Read(reader));

    public void Write(ModelWriter writer) => Attributes.Write(writer);

    /// <summary>
    /// The value at a path such as <c>legacy.discovery_method</c>: null below what is null, unknown below what is unknown.
    /// </summary>
    public TfValue At(string path) => Attributes.At(path);

    public FederationModel With(string path, TfValue value) => new(Attributes.With(path, value));

    public FederationModel With(string path, string? text) => With(path, TfValue.Of(text));

    public string StringOr(string path, string fallback) => At(path) is { IsPresent: true } value ? value.String : fallback;

    /// <summary>The rows of a table that this model has a value for.</summary>
    public ImmutableArray<SettingAttribute> Named(IEnumerable<SettingAttribute> table) => [.. table.Where(s => At(s.Path).IsPresent)];

    private bool Bool(string path, bool fallback) => At(path) is { IsPresent: true } value ? value.Bool : fallback;

    private TimeSpan Length(string path, TimeSpan fallback) =>
        At(path) is { IsPresent: true } value && Duration.TryParse(value.String, out var length) ? length : fallback;

    private DomainName? NameAt(string path) =>
        At(path) is { IsPresent: true } value && DomainName.TryParse(value.String, out var name, out _) ? name : null;
}
