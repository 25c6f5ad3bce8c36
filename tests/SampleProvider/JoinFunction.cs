using SampleProvider.Kinds;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary><c>join</c>: strings with a separator between them. Some separators are faults.</summary>
public sealed class JoinFunction : Function
{
    /// <inheritdoc/>
    public override string Name => "join";

    /// <inheritdoc/>
    public override FunctionSignature Signature { get; } = new()
    {
        Summary = "Strings with a separator",
        Description = "Joins the `parts`.",
        Parameters =
        [
            new("separator", TfType.String, "The separator; `null` for none.") { AllowsNull = true },
            new("fallback", TfType.String, "The part that takes the place of an unknown one.") { AllowsUnknown = true },
        ],
        VariadicParameter = new("parts", TfType.String, "The parts.") { AllowsUnknown = true },
        ReturnType = TfType.String,
    };

    /// <inheritdoc/>
    protected override TfValue Call(ModelReader arguments)
    {
        var separator = arguments.String("separator").Or("");
        var fallback = arguments.String("fallback");
        var parts = arguments.Raw("parts").Elements;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsPresent && separator.Length > 0 && parts[i].String.Contains(separator, StringComparison.Ordinal))
            {
                throw new FunctionException("parts", "The part has the separator in it.", i);
            }
        }

        return separator switch
        {
            "throw" => throw new InvalidOperationException(Faults.Secret),
            "fail" => throw new FunctionException("The call failed."),
            "separator" => throw new FunctionException("separator", "The separator is a fault."),
            _ when fallback.IsUnknown => TfValue.Unknown,
            _ => TfValue.Of(string.Join(separator, parts.Select(part => part.IsUnknown ? fallback.Value : part.String))),
        };
    }
}
