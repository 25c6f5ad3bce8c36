using RocketChat.Federation.Names;
using TerraformPlugin;
using TerraformPlugin.Models;

namespace RocketTfProvider.Functions;

/// <summary>Domain names as arguments of functions.</summary>
internal static class DomainArgument
{
    /// <exception cref="FunctionException">The argument is not a full domain name.</exception>
    public static DomainName Domain(this ModelReader arguments, string parameter) =>
        DomainName.TryParse(arguments.String(parameter).Value, out var name, out var fault)
            ? name
            : throw new FunctionException(parameter, fault);
}
