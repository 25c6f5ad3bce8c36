using TerraformPlugin;

namespace Tool.Docs;

/// <summary>The signature of a function and the list of its arguments, in the layout that readers know from the registries.</summary>
internal static class SignatureSection
{
    public static string Signature(Function function)
    {
        var signature = function.Signature;
        var parameters = ParametersOf(signature)
            .Select(parameter => $"{parameter.Name} {parameter.Type}{(parameter == signature.VariadicParameter ? "..." : "")}");
        return $"<!-- from the provider's functions, by `make generate` -->\n```text\n{function.Name}({string.Join(", ", parameters)}) "
            + $"{signature.ReturnType}\n```";
    }

    /// <summary>The types of the parameters and of the result, as one text without names.</summary>
    public static string Types(Function function)
    {
        var signature = function.Signature;
        var parameters = ParametersOf(signature)
            .Select(parameter => $"{parameter.Type}{(parameter == signature.VariadicParameter ? "..." : "")}");
        return $"{string.Join(" × ", parameters)} → {signature.ReturnType}";
    }

    public static string Arguments(FunctionSignature signature) =>
        string.Join('\n', ParametersOf(signature).Select((parameter, i) => $"{i + 1}. `{parameter.Name}` ({Traits(signature, parameter)}) "
            + parameter.Description));

    public static IEnumerable<FunctionParameter> ParametersOf(FunctionSignature signature) =>
        signature.VariadicParameter is { } variadic ? signature.Parameters.Append(variadic) : signature.Parameters;

    private static string Traits(FunctionSignature signature, FunctionParameter parameter) => string.Join(
        ", ",
        (string[])
        [
            SchemaNode.TypeName(parameter.Type),
            .. parameter == signature.VariadicParameter ? (string[])["Variadic"] : [],
            .. parameter.AllowsNull ? (string[])["Nullable"] : [],
        ]);
}
