using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Federation.Dns;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Functions;

/// <summary><c>federation_records</c>: the records of the data source <c>rocketchat_federation_dns</c>, without a provider block.</summary>
internal sealed class FederationRecordsFunction : Function
{
    private const string Domain = "domain";
    private const string Target = "target";
    private const string Key = "public_key";

    public override string Name => "federation_records";

    public override FunctionSignature Signature => field ??= new()
    {
        Summary = "DNS records that federation needs",
        Description = "Returns the DNS records that other servers need to find the workspace, by the keys `srv` and `txt`. The records are "
            + "those of the data source `rocketchat_federation_dns`, but need no provider block and no server.",
        Parameters =
        [
            new(Domain, TfType.String, "Federation domain, the part of a user's address after the username: `chat.example.org`."),
            new(Target, TfType.String, "Host that other servers connect to, on port 443."),
            new(Key, TfType.String, "Legacy: public key of the workspace (PEM, with or without line breaks). `null` for Matrix with an SRV "
                + "record, which has no key.")
            {
                AllowsNull = true,
            },
        ],
        ReturnType = NeededRecordsAttribute.Of(Name).Type,
    };

    protected override TfValue Call(ModelReader arguments)
    {
        var (domain, target) = (arguments.Domain(Domain), arguments.Domain(Target));
        FederationPlan plan = arguments.String(Key).TryGet(out var key)
            ? new LegacyFederation(domain, target, KeyOf(key))
            : new MatrixFederation(domain, target) { BySrv = true };
        return NeededRecordsAttribute.ValueOf(plan.Records, null);
    }

    private static PublicKey KeyOf(string text) =>
        PublicKey.TryParse(text, out var key, out var fault) ? key : throw new FunctionException(Key, fault);
}
