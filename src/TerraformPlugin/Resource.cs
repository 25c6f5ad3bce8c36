using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// A managed resource. The author writes the schema, the model, and these methods; a method fails by throwing, best a
/// <see cref="DiagnosticException"/>. Each instance serves many calls at once: it must hold no state of its own.
/// </summary>
/// <typeparam name="TModel">The schema's attributes as a model.</typeparam>
public abstract class Resource<TModel> : ResourceBase
    where TModel : class, IModel<TModel>
{
    /// <summary>Checks what the schema's validators cannot. Anything may be unknown.</summary>
    protected virtual void Validate(TModel config, DiagnosticList diagnostics)
    {
    }

    /// <summary>
    /// Corrects or comments the plan of a create or update. Runs again during apply, where its result must be the same
    /// for what is known: it may warn by what it sees on the server, but must not plan by it.
    /// </summary>
    protected virtual Task PlanAsync(PlanContext<TModel> context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Comments or refuses the plan of a destroy.</summary>
    protected virtual Task PlanDestroyAsync(TModel prior, CallContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the object.</summary>
    /// <returns>The planned model with everything known.</returns>
    protected abstract Task<TModel> CreateAsync(ApplyContext<TModel> context, CancellationToken cancellationToken);

    /// <summary>Reads the object.</summary>
    /// <returns>
    /// The current object, or null when it certainly does not exist. In doubt throw: after null, the next apply creates the object again.
    /// </returns>
    protected abstract Task<TModel?> ReadAsync(TModel state, CallContext context, CancellationToken cancellationToken);

    /// <summary>Changes the object in place. The default is for resources whose every change is a replacement.</summary>
    /// <returns>The planned model with everything known.</returns>
    protected virtual Task<TModel> UpdateAsync(ApplyContext<TModel> context, CancellationToken cancellationToken) =>
        Task.FromResult(context.Planned);

    /// <summary>Removes the object. One that is gone already is success.</summary>
    protected abstract Task DeleteAsync(TModel prior, CallContext context, CancellationToken cancellationToken);

    /// <summary>Finds an existing object by the id that the user gave to <c>import</c>; a read follows.</summary>
    /// <returns>A model with enough in it to read the object.</returns>
    protected virtual Task<TModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken) =>
        throw new DiagnosticException("Import not supported", $"`{TypeName}` cannot be imported.");

    /// <summary>
    /// Corrects the configuration that the CLI generates for a stored object. Read-only attributes and values that are defaults are left
    /// out by the SDK.
    /// </summary>
    /// <param name="state">The stored object, as far as it can be configured.</param>
    /// <returns>The configuration, in which null means that an attribute is left out.</returns>
    protected virtual TModel ToConfig(TModel state) => state;

    internal sealed override void ValidateModel(TfValue config, DiagnosticList diagnostics) => Validate(Decode(config), diagnostics);

    internal sealed override async Task<(TfValue Planned, IReadOnlyList<AttributePath> Replacing)> PlanAsync(
        TfValue config, TfValue prior, TfValue planned, CallContext context, CancellationToken cancellationToken)
    {
        var plan = new PlanContext<TModel>(Decode(config), DecodeOrNull(prior), Decode(planned), context.Diagnostics, context.Private);
        await PlanAsync(plan, cancellationToken).ConfigureAwait(false);
        return (Encode(plan.Planned, planned), plan.Replacing);
    }

    internal sealed override Task PlanDestroyAsync(TfValue prior, CallContext context, CancellationToken cancellationToken) =>
        PlanDestroyAsync(Decode(prior), context, cancellationToken);

    internal sealed override async Task<TfValue> ReadAsync(TfValue state, CallContext context, CancellationToken cancellationToken)
    {
        var model = await ReadAsync(Decode(state), context, cancellationToken).ConfigureAwait(false);
        return model is null ? TfValue.Null : Encode(model, state);
    }

    internal sealed override async Task<TfValue> ApplyAsync(
        TfValue config, TfValue prior, TfValue planned, CallContext context, Action<TfValue> save, CancellationToken cancellationToken)
    {
        var apply = new ApplyContext<TModel>(
            Decode(config),
            DecodeOrNull(prior),
            Decode(planned),
            context.Diagnostics,
            context.Private,
            model => save(Encode(model, planned)));
        var work = prior.IsNull ? CreateAsync(apply, cancellationToken) : UpdateAsync(apply, cancellationToken);
        return Encode(await work.ConfigureAwait(false), planned);
    }

    internal sealed override Task DeleteAsync(TfValue prior, CallContext context, CancellationToken cancellationToken) =>
        DeleteAsync(Decode(prior), context, cancellationToken);

    internal sealed override async Task<TfValue> ImportStateAsync(string id, CallContext context, CancellationToken cancellationToken) =>
        Encode(await ImportAsync(id, context, cancellationToken).ConfigureAwait(false), TfValue.Null);

    internal sealed override TfValue CorrectConfig(TfValue config) => Encode(ToConfig(Decode(config)), config);

    // The timeouts are the SDK's own business: no model knows them, and no server returns them.
    internal TfValue Encode(TModel model, TfValue source)
    {
        var value = ModelWriter.Encode(model, source);
        return Schema.Attributes.Any(a => a.Name == OperationTimeouts.AttributeName)
            ? value.With(OperationTimeouts.AttributeName, source.IsNull ? TfValue.Null : source.Attributes[OperationTimeouts.AttributeName])
            : value;
    }

    private static TModel Decode(TfValue value) => TModel.Read(new ModelReader(value));

    private static TModel? DecodeOrNull(TfValue value) => value.IsNull ? null : Decode(value);
}
