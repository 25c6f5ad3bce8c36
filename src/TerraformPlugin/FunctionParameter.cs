using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>A parameter of a <see cref="Function"/>.</summary>
/// <param name="Name">The name in documentation and in errors: lower case, digits, underscores.</param>
/// <param name="Type">The type that CLIs convert the argument to.</param>
/// <param name="Description">The meaning in Markdown.</param>
public sealed record FunctionParameter(string Name, TfType Type, string Description)
{
    /// <summary>Whether the argument may be null. Otherwise null is an error, and the function is not called.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>
    /// Whether the argument may be fully or partly unknown. Otherwise the result is unknown, and the function is not called.
    /// </summary>
    public bool AllowsUnknown { get; init; }
}
