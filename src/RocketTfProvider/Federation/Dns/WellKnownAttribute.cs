using RocketChat.Federation.Records;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The document that delegates a Matrix domain, as a computed attribute.</summary>
internal static class WellKnownAttribute
{
    public const string Name = "well_known";

    public static SchemaAttribute Instance { get; } = new(
        Name,
        new NestedAttributes(NestingMode.Single,
        [
            new("url", TfType.String, AttributeUse.Computed)
            {
                Description = "Address at which the document must be served, with a certificate that is valid for the domain.",
            },
            new("body", TfType.String, AttributeUse.Computed) { Description = "Required content of the document, as JSON." },
        ]),
        AttributeUse.Computed)
    {
        Description = "Matrix: document that delegates the domain to the host. If the document exists, other servers follow it and ignore "
            + "the SRV record. Null for legacy federation.",
    };

    /// <summary>Null for a plan that has no such document.</summary>
    public static TfValue ValueOf(FederationPlan? plan) => plan is not MatrixFederation { WellKnown: var document }
        ? TfValue.Null
        : TfValue.Object(new Dictionary<string, TfValue>
        {
            ["url"] = TfValue.Of(document.Url),
            ["body"] = TfValue.Of(document.Body),
        });
}
