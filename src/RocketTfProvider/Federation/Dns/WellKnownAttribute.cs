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
            new("url", TfType.String, AttributeUse.Computed) { Description = "Where the document has to be, with a certificate valid for the domain." },
            new("body", TfType.String, AttributeUse.Computed) { Description = "What it has to say, as JSON." },
        ]),
        AttributeUse.Computed)
    {
        Description = "Matrix: the document that delegates the domain to the host; where it exists, others believe it and not the SRV record. Null for legacy federation.",
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
