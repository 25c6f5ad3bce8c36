using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation;

/// <summary>The reports that plans, applies and the test of federation have in common.</summary>
internal static class FederationDiagnostics
{
    /// <param name="document">The test of the document by which other servers find this one.</param>
    /// <param name="model">Decides whether federation may be enabled with a wrong document.</param>
    public static Diagnostic WrongDocument(FederationTest document, FederationModel model) => Diagnostic.Error(
        "Federation document is wrong".Naming(model.StringOr("domain", "")),
        $"{document.Message} "
        + (model.TestIsRequired
            ? "With a wrong document, federation is not enabled. Correct it; or set `test = { required = false }`."
            : "Federation is enabled with it all the same, because `test.required` is false. Correct the document."),
        AttributePath.To("target"));

    /// <param name="test">The failed test, whose message has the remedy.</param>
    /// <param name="isEnabled">Whether federation is enabled in spite of it.</param>
    /// <param name="next">The step after that.</param>
    public static Diagnostic TestFailed(FederationTest test, bool isEnabled, string next) => Diagnostic.Error(
        "Federation test failed",
        (isEnabled ? "Federation is enabled, but its test failed" : "The test of federation failed")
        + $" ({test.Code}). {test.Message} {next}".TrimEnd());

    public static Diagnostic NotTested(FederationEngine engine, FederationSupport support, string domain) => Diagnostic.Warning(
        "Not tested".Naming(domain),
        $"Rocket.Chat {support.Version} offers no reliable test of `{engine.Name}`. Test it with a user of another server.");
}
