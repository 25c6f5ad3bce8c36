using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// The attributes that tell one object of a resource from all others, for as long as it exists (Terraform and OpenTofu 1.12). Each is an
/// attribute of the resource's schema with the same name, of type string. CLIs store the identity beside the state, and users may import by
/// it.
/// </summary>
public sealed class ResourceIdentity
{
    private TfType? _type;

    /// <summary>The version of the identity's form; raised with an upgrader whenever a stored identity no longer decodes.</summary>
    public long Version { get; init; }

    /// <summary>The attributes, in the order of the import id.</summary>
    public required ImmutableArray<IdentityAttribute> Attributes { get; init; }

    /// <summary>How to read identities that older versions of the provider stored, by version.</summary>
    public IReadOnlyDictionary<long, StateUpgrader> Upgraders { get; init; } = new Dictionary<long, StateUpgrader>();

    /// <summary>The object type of an identity.</summary>
    public TfType Type => _type ??= TfType.Object(Attributes.Select(a => KeyValuePair.Create(a.Name, TfType.String)));

    /// <summary>The identity of a stored or planned object, in which values can be unknown; null for null.</summary>
    internal TfValue Of(TfValue state) => state.IsPresent
        ? TfValue.Object(Attributes.Select(a => KeyValuePair.Create(a.Name, state.Attributes[a.Name])))
        : TfValue.Null;

    /// <summary>The import id that means the same: the values, with a slash between them.</summary>
    internal string ToImportId(TfValue identity) => string.Join('/', Attributes.Select(a => identity.Attributes[a.Name].String));
}
