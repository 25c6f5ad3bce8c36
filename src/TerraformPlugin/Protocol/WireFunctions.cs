using Google.Protobuf;
using TerraformPlugin.Values;
using Wire = TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <summary>Signatures and failures of functions as messages.</summary>
internal static class WireFunctions
{
    public static Wire.Function Encode(FunctionSignature signature) => new()
    {
        Summary = signature.Summary,
        Description = signature.Description,
        DescriptionKind = Wire.StringKind.Markdown,
        DeprecationMessage = signature.DeprecationMessage ?? "",
        Parameters = { signature.Parameters.Select(Encode) },
        VariadicParameter = signature.VariadicParameter is { } variadic ? Encode(variadic) : null,
        Return = new() { Type = ByteString.CopyFrom(TfTypeJson.Encode(signature.ReturnType)) },
    };

    /// <summary>A failure at an argument, or of the whole call.</summary>
    /// <param name="text">The cause and its remedy. CLIs add a period.</param>
    /// <param name="argument">The place of the argument, or null.</param>
    public static Wire.FunctionError Encode(string text, long? argument)
    {
        var error = new Wire.FunctionError { Text = text.TrimEnd('.') };
        if (argument is { } place)
        {
            error.FunctionArgument = place;
        }

        return error;
    }

    private static Wire.Function.Types.Parameter Encode(FunctionParameter parameter) => new()
    {
        Name = parameter.Name,
        Type = ByteString.CopyFrom(TfTypeJson.Encode(parameter.Type)),
        AllowNullValue = parameter.AllowsNull,
        AllowUnknownValues = parameter.AllowsUnknown,
        Description = parameter.Description,
        DescriptionKind = Wire.StringKind.Markdown,
    };
}
