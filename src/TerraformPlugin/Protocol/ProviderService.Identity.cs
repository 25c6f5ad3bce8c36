using Google.Protobuf;
using Grpc.Core;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Values;
using ResourceIdentity = TerraformPlugin.ResourceIdentity;

namespace TerraformPlugin.Protocol;

/// <content>The calls about resource identity, and the identities in other calls.</content>
internal sealed partial class ProviderService
{
    public override Task<GetResourceIdentitySchemas.Types.Response> GetResourceIdentitySchemas(
        GetResourceIdentitySchemas.Types.Request request, ServerCallContext context)
    {
        var response = new GetResourceIdentitySchemas.Types.Response();
        foreach (var (name, resource) in _resources)
        {
            if (resource.Identity is { } identity)
            {
                response.IdentitySchemas[name] = WireSchemas.Encode(identity);
            }
        }

        return Task.FromResult(response);
    }

    public override async Task<UpgradeResourceIdentity.Types.Response> UpgradeResourceIdentity(
        UpgradeResourceIdentity.Types.Request request, ServerCallContext context)
    {
        var response = new UpgradeResourceIdentity.Types.Response();
        var diagnostics = await RunAsync(context, request.TypeName, _ =>
        {
            var resource = Resource(request.TypeName);
            var identity = RequireIdentity(resource);
            response.UpgradedIdentity = Encode(
                IdentityUpgrade.Run(resource.TypeName, identity, request.Version, JsonOf(request.RawIdentity)), identity);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.Add(WireDiagnostics.Encode(diagnostics));
        return response;
    }

    private static ResourceIdentity RequireIdentity(ResourceBase resource) => resource.Identity ?? throw new DiagnosticException(
        "Identity not supported", $"`{resource.TypeName}` has no identity.");

    private static ResourceIdentityData Encode(TfValue value, ResourceIdentity identity) =>
        new() { IdentityData = WireValues.Encode(value, identity.Type) };

    /// <summary>The identity of a state or a plan; null without one, and while a part of it is missing or unknown.</summary>
    private static ResourceIdentityData? IdentityOf(ResourceBase resource, TfValue state) =>
        resource.Identity is { } identity
        && identity.Of(state) is { IsPresent: true } value
        && value.Attributes.Values.All(v => v.IsPresent)
            ? Encode(value, identity)
            : null;

    private static string ImportIdOf(ResourceBase resource, ImportResourceState.Types.Request request)
    {
        if (request.Identity is null)
        {
            return request.Id;
        }

        var identity = RequireIdentity(resource);
        var value = WireValues.Decode(request.Identity.IdentityData, identity.Type);
        var missing = value.IsPresent
            ? identity.Attributes.FirstOrDefault(a => value.Attributes[a.Name] is not { IsPresent: true, String.Length: > 0 })
            : identity.Attributes[0];
        return missing is null
            ? identity.ToImportId(value)
            : throw new DiagnosticException(
                "Incomplete identity", $"The identity of a `{resource.TypeName}` needs `{missing.Name}`. Give it a value.");
    }

    // An import id may be a name, an identity may not: the CLI stores it as it was written.
    private static ResourceIdentityData? RequireIdentity(ResourceBase resource, ResourceIdentityData? found, ResourceIdentityData? asked)
    {
        if (asked is null || found is null)
        {
            return found;
        }

        var type = resource.Identity!.Type;
        var (present, wanted) = (WireValues.Decode(found.IdentityData, type), WireValues.Decode(asked.IdentityData, type));
        return resource.Identity.Attributes.FirstOrDefault(a => !present.Attributes[a.Name].Equals(wanted.Attributes[a.Name])) is { } other
            ? throw new DiagnosticException(
                "Identity of another form",
                $"`{other.Name}` in the identity of the `{resource.TypeName}` is not what the object has. An identity takes no names: "
                + $"write `{other.Name} = \"{present.Attributes[other.Name].String}\"`.")
            : found;
    }
}
