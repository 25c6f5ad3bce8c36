using System.Runtime.CompilerServices;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// A list resource (<c>terraform query</c>, Terraform 1.14): finds the existing objects of a managed resource, which must have an identity.
/// Each instance serves many calls at once: it must hold no state of its own.
/// </summary>
/// <typeparam name="TConfig">The arguments as a model.</typeparam>
/// <typeparam name="TModel">The model of the managed resource.</typeparam>
public abstract class ListResource<TConfig, TModel> : ListResourceBase
    where TConfig : class, IModel<TConfig>
    where TModel : class, IModel<TModel>
{
    private readonly Resource<TModel> _resource;

    /// <summary>A list of the objects of <paramref name="resource"/>.</summary>
    protected ListResource(Resource<TModel> resource) => _resource = resource;

    internal sealed override ResourceBase Resource => _resource;

    /// <summary>Checks what the schema's validators cannot. Anything may be unknown.</summary>
    protected virtual void Validate(TConfig config, DiagnosticList diagnostics)
    {
    }

    /// <summary>Finds the objects, one after the other: the SDK stops when it has as many as the user wants.</summary>
    /// <param name="config">The arguments, all of them known; null where the user gives none.</param>
    /// <param name="context">Receives warnings.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected abstract IAsyncEnumerable<ListedObject<TModel>> ListAsync(
        TConfig config, CallContext context, CancellationToken cancellationToken);

    internal sealed override void ValidateModel(TfValue config, DiagnosticList diagnostics) =>
        Validate(TConfig.Read(new ModelReader(config)), diagnostics);

    internal sealed override async IAsyncEnumerable<(string DisplayName, TfValue State)> ListAsync(
        TfValue config, CallContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = ListAsync(TConfig.Read(new ModelReader(config)), context, cancellationToken);
        await foreach (var listed in found.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return (listed.DisplayName, _resource.Encode(listed.State, TfValue.Null));
        }
    }
}
