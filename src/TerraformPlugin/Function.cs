using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// A provider function (Terraform 1.8, OpenTofu 1.7): the same arguments always give the same result. CLIs call it before the provider is
/// configured, so it reads nothing but its arguments. Each instance serves many calls at once.
/// </summary>
public abstract class Function
{
    /// <summary>The name without the provider: <c>txt_chunks</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The parameters and the result.</summary>
    public abstract FunctionSignature Signature { get; }

    /// <summary>
    /// Computes the result. No argument is null or unknown, unless its parameter allows that. A failure is best a
    /// <see cref="FunctionException"/>, which names the parameter.
    /// </summary>
    /// <param name="arguments">The arguments by the names of their parameters; those of the variadic parameter are a list.</param>
    protected internal abstract TfValue Call(ModelReader arguments);
}
