using System.Runtime.InteropServices;
using Tool.Compatibility;
using Tool.Demo;
using Tool.Docs;
using Tool.Installation;
using Tool.Lint;
using Tool.Mutation;
using Tool.Release;
using Tool.Release.Check;
using Tool.Testing;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return args switch
    {
        ["docs", "write"] => DocsCommand.Write(),
        ["docs", "check"] => DocsCommand.Check(),
        ["compatibility"] => CompatibilityCheck.Run(),
        ["lint", .. var pending] => LintCommand.Run(pending),
        ["advisories"] => await AdvisoriesCommand.RunAsync(stop.Token),
        ["test", .. var arguments] => await TestCommand.RunAsync(arguments, stop.Token),
        ["demo"] => await DemoCommand.RunAsync(stop.Token),
        ["mutation", .. var areas] => await MutationCommand.RunAsync(areas, stop.Token),
        ["install"] => InstallCommand.Run(),
        ["release", var version] => await ReleaseCommand.RunAsync(version, stop.Token),
        ["release-sign"] => await SignCommand.RunAsync(stop.Token),
        ["release-check"] => await ReleaseCheckCommand.RunAsync(reproduce: true, stop.Token),
        ["release-check", "quick"] => await ReleaseCheckCommand.RunAsync(reproduce: false, stop.Token),
        _ => Usage(),
    };
}
catch (OperationCanceledException)
{
    return 130;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

static int Usage()
{
    Console.Error.WriteLine(
        "usage: docs write|check | compatibility | lint [PENDING...] | advisories | test [PROJECT...] [OPTION...] | demo"
        + " | mutation [AREA...] | install | release VERSION | release-sign | release-check [quick]");
    return 2;
}
