namespace TerraformPlugin;

/// <summary>An object that a <see cref="ListResource{TConfig,TModel}"/> found.</summary>
/// <typeparam name="TModel">The model of the managed resource.</typeparam>
/// <param name="DisplayName">The name that users see in the list.</param>
/// <param name="State">
/// The object with at least the attributes of its identity, as an import gives it. If the CLI asks for whole objects, the SDK reads each of
/// them by the resource's read.
/// </param>
public sealed record ListedObject<TModel>(string DisplayName, TModel State)
    where TModel : class;
