using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The parameters, the result and the documentation of a <see cref="Function"/>.</summary>
public sealed class FunctionSignature
{
    /// <summary>The purpose in a few words, without a period.</summary>
    public required string Summary { get; init; }

    /// <summary>The purpose in Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>The parameters, in the order of the arguments.</summary>
    public ImmutableArray<FunctionParameter> Parameters { get; init; } = [];

    /// <summary>The parameter for any number of further arguments, or null.</summary>
    public FunctionParameter? VariadicParameter { get; init; }

    /// <summary>The type of the result.</summary>
    public required TfType ReturnType { get; init; }

    /// <summary>The replacement to use, when the function is deprecated.</summary>
    public string? DeprecationMessage { get; init; }
}
