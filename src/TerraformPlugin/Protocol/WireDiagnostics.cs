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
        Attribute = diagnostic.Path is { Steps.IsEmpty: false } path ? Encode(path) : null,
    };

    public static Wire.AttributePath Encode(AttributePath path) => new() { Steps = { path.Steps.Select(Encode) } };

    private static Wire.AttributePath.Types.Step Encode(AttributePathStep step) => step switch
    {
        { Name: { } name } => new() { AttributeName = name },
        { MapKey: { } key } => new() { ElementKeyString = key },
        _ => new() { ElementKeyInt = step.Index },
    };
}
