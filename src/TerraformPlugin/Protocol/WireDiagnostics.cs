using TerraformPlugin.Diagnostics;
using Wire = TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <summary>Diagnostics and attribute paths as messages.</summary>
internal static class WireDiagnostics
{
    public static IEnumerable<Wire.Diagnostic> Encode(DiagnosticList diagnostics) => diagnostics.Select(Encode);

    public static Wire.Diagnostic Encode(Diagnostic diagnostic) => new()
    {
        Severity = diagnostic.Severity == DiagnosticSeverity.Error
            ? Wire.Diagnostic.Types.Severity.Error
            : Wire.Diagnostic.Types.Severity.Warning,
        Summary = diagnostic.Summary,
        Detail = diagnostic.Detail,
        Attribute = diagnostic.Path is { Steps.IsEmpty: false } path ? new() { Steps = { Reachable(path).Select(Encode) } } : null,
    };

    public static Wire.AttributePath Encode(AttributePath path) => new() { Steps = { path.Steps.Select(Encode) } };

    // Terraform 1.11 and OpenTofu 1.6 cannot follow a path into a nested object: they point at the head of the resource, far above. The
    // attribute that holds the object is a line that all CLIs find; the text names the rest.
    private static IEnumerable<AttributePathStep> Reachable(AttributePath path) =>
        path.Steps.TakeWhile((step, i) => i == 0 || step.Name is null || path.Steps[i - 1].Name is null);

    private static Wire.AttributePath.Types.Step Encode(AttributePathStep step) => step switch
    {
        { Name: { } name } => new() { AttributeName = name },
        { MapKey: { } key } => new() { ElementKeyString = key },
        _ => new() { ElementKeyInt = step.Index },
    };
}
