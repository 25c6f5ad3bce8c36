using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>Calls a function as its signature demands. The checks are those of core, for other callers.</summary>
internal static class FunctionCall
{
    /// <summary>The type of the argument at this place.</summary>
    /// <exception cref="FunctionException">The function takes fewer arguments.</exception>
    public static TfType TypeAt(FunctionSignature signature, int index) => ParameterAt(signature, index).Type;

    /// <summary>The place of the argument that an error is about; null when it is about none.</summary>
    public static long? PlaceOf(FunctionSignature signature, FunctionException error)
    {
        var place = signature.Parameters.Select(p => p.Name).ToList().IndexOf(error.Parameter ?? "");
        return place >= 0 ? place
            : error.Parameter is { } name && name == signature.VariadicParameter?.Name ? signature.Parameters.Length + error.Index
            : null;
    }

    /// <returns>The result; unknown when an argument is unknown that the function needs.</returns>
    /// <exception cref="FunctionException">An argument is missing or null, or the function failed.</exception>
    public static TfValue Run(Function function, IReadOnlyList<TfValue> arguments)
    {
        var signature = function.Signature;
        if (arguments.Count < signature.Parameters.Length)
        {
            throw new FunctionException(
                signature.Parameters[arguments.Count].Name, $"`{signature.Parameters[arguments.Count].Name}` is missing");
        }

        var isUnknown = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = ParameterAt(signature, i);
            if (arguments[i].IsNull && !parameter.AllowsNull)
            {
                throw new FunctionException(
                    parameter.Name, $"`{parameter.Name}` must not be null", Math.Max(0, i - signature.Parameters.Length));
            }

            isUnknown |= !parameter.AllowsUnknown && !arguments[i].IsWhollyKnown;
        }

        return isUnknown ? TfValue.Unknown : function.Call(new ModelReader(ByName(signature, arguments)));
    }

    private static TfValue ByName(FunctionSignature signature, IReadOnlyList<TfValue> arguments)
    {
        var named = signature.Parameters.Select((parameter, i) => KeyValuePair.Create(parameter.Name, arguments[i]));
        return TfValue.Object(signature.VariadicParameter is { } variadic
            ? named.Append(KeyValuePair.Create(variadic.Name, TfValue.List(arguments.Skip(signature.Parameters.Length))))
            : named);
    }

    private static FunctionParameter ParameterAt(FunctionSignature signature, int index) =>
        index < signature.Parameters.Length
            ? signature.Parameters[index]
            : signature.VariadicParameter
                ?? throw new FunctionException($"it takes {signature.Parameters.Length} arguments, and there are more");
}
