using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The attributes of the data source <c>rocketchat_federation_dns</c>.</summary>
internal sealed record FederationDnsModel : IModel<FederationDnsModel>
{
    public Tf<string> Profile { get; init; }

    public Tf<string> Domain { get; init; }

    public Tf<string> Zone { get; init; }

    public Tf<string> Target { get; init; }

    public Tf<TfNumber> Port { get; init; }

    public Tf<string> Protocol { get; init; }

    public Tf<string> Delegation { get; init; }

    public Tf<string> PublicKey { get; init; }

    public Tf<TfNumber> Ttl { get; init; }

    public Tf<TfNumber> Priority { get; init; }

    public Tf<TfNumber> Weight { get; init; }

    public Tf<bool> Verify { get; init; }

    public Tf<ImmutableArray<string>> Resolvers { get; init; }

    public Tf<WaitModel> Wait { get; init; }

    public Tf<bool> FailIfWrong { get; init; }

    public Tf<bool> AskServer { get; init; }

    /// <summary>The computed values, by name; null where there is none.</summary>
    public ImmutableDictionary<string, TfValue> Outputs { get; init; } = [];

    public static FederationDnsModel Read(ModelReader reader) => new()
    {
        Profile = reader.String("profile"),
        Domain = reader.String("domain"),
        Zone = reader.String("zone"),
        Target = reader.String("target"),
        Port = reader.Number("port"),
        Protocol = reader.String("protocol"),
        Delegation = reader.String("delegation"),
        PublicKey = reader.String("public_key"),
        Ttl = reader.Number("ttl"),
        Priority = reader.Number("priority"),
        Weight = reader.Number("weight"),
        Verify = reader.Bool("verify"),
        Resolvers = reader.Strings("resolvers"),
        Wait = reader.Nested<WaitModel>("wait"),
        FailIfWrong = reader.Bool("fail_if_wrong"),
        AskServer = reader.Bool("ask_server"),
    };

    public void Write(ModelWriter writer)
    {
        writer
            .String("profile", Profile)
            .String("domain", Domain)
            .String("zone", Zone)
            .String("target", Target)
            .Number("port", Port)
            .String("protocol", Protocol)
            .String("delegation", Delegation)
            .String("public_key", PublicKey)
            .Number("ttl", Ttl)
            .Number("priority", Priority)
            .Number("weight", Weight)
            .Bool("verify", Verify)
            .StringList("resolvers", Resolvers)
            .Nested("wait", Wait)
            .Bool("fail_if_wrong", FailIfWrong)
            .Bool("ask_server", AskServer);
        foreach (var output in FederationDnsSchema.OutputNames)
        {
            writer.Raw(output, Outputs.GetValueOrDefault(output, TfValue.Null));
        }
    }
}
