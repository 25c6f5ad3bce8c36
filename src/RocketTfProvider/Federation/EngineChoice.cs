using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation;

/// <summary>The engine of a configuration, and whether the server's version has it.</summary>
internal static class EngineChoice
{
    private static readonly AttributePath EnginePath = AttributePath.To("engine");

    /// <summary>The engine that the user named, or that <c>auto</c> means.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="support">The engines that the server has.</param>
    /// <param name="isOn">Whether an engine is switched on now.</param>
    /// <exception cref="DiagnosticException">The server does not have it, or nobody can know which is meant.</exception>
    public static async Task<FederationEngine> MakeAsync(
        FederationModel model, FederationSupport support, Func<FederationEngine, Task<bool>> isOn)
    {
        if (FederationEngine.Named(model.Engine) is { } named)
        {
            return Has(support, named) ? named : throw NotThere(named, support);
        }

        var possible = FederationEngine.All.Where(engine => Has(support, engine)).ToArray();
        if (possible.Length == 0)
        {
            throw new DiagnosticException("No federation",
                $"The server (Rocket.Chat {support.Version}) has none of the federation settings, or was started with them hidden or "
                    + "blocked. Check `SETTINGS_HIDDEN` and `SETTINGS_BLOCKED` in the server's environment.", EnginePath);
        }

        var configured = possible.Where(engine => model.At(engine.Name).IsPresent).ToArray();
        if (configured.Length == 1)
        {
            return configured[0];
        }

        foreach (var engine in possible)
        {
            if (await isOn(engine))
            {
                return engine;
            }
        }

        return possible.Length == 1
            ? possible[0]
            : throw new DiagnosticException(
                "Engine not decided",
                $"Rocket.Chat {support.Version} has both legacy federation and the Matrix bridge, and neither is on. Write `engine = "
                    + "\"legacy\"` or `engine = \"matrix_bridge\"`; import with the id `federation/legacy` or `federation/matrix_bridge`.",
                EnginePath);
    }

    /// <summary>The engine that the state was applied with, if an update of the server has removed it; otherwise null.</summary>
    public static FederationEngine? Removed(FederationModel state, FederationSupport support) =>
        state.Engine != FederationEngine.Auto && support.HasNative
        && FederationEngine.Named(state.StringOr("effective_engine", "")) is { } engine
        && !Has(support, engine) ? engine : null;

    public static Diagnostic RemovedWarning(FederationEngine engine, FederationSupport support) => new(
        DiagnosticSeverity.Warning,
        "Federation engine no longer exists",
        $"Rocket.Chat removed `{engine.Name}` in 7.11, and its settings in 9.0; the server is {support.Version}, so other servers no "
            + "longer reach this workspace. The state keeps what was applied last. To federate again, write `engine = \"native\"`, "
            + "which needs a license; otherwise remove the resource, which changes nothing on the server.",
        EnginePath);

    private static bool Has(FederationSupport support, FederationEngine engine) =>
        engine == FederationEngine.Native ? support.HasNative : engine == FederationEngine.Bridge ? support.HasBridge : support.HasLegacy;

    private static DiagnosticException NotThere(FederationEngine engine, FederationSupport support) => new(
        "Engine not in this version",
        (engine.Name, support.HasNative) switch
        {
            ("native", _) => $"Native federation exists since Rocket.Chat 7.11; the server is {support.Version}. Choose `legacy` or "
                + "`matrix_bridge`, or update the server.",
            (_, true) => $"Rocket.Chat removed `{engine.Name}` in 7.11; the server is {support.Version}, where its settings have no "
                + "effect. Write `engine = \"native\"`, which needs a license.",
            _ => $"Rocket.Chat {support.Version} has no `{engine.Name}` federation: the bridge exists from 4.7 to 7.10, legacy "
                + "federation from 1.0 to 7.10.",
        },
        EnginePath);
}
