using System.Collections.Concurrent;

namespace Acceptance.Running;

/// <summary>
/// The files that `init` leaves in a module that requires the provider alone. Nearly every test needs them, so `init` runs once for each
/// toolchain, and the other sandboxes get a copy.
/// </summary>
internal sealed class InstalledProvider
{
    private const string LockFile = ".terraform.lock.hcl";

    // Signs of a module for which `init` has more to do than to find the provider.
    private static readonly string[] MoreToInstall = ["module \"", "backend \"", "required_providers"];
    private static readonly ConcurrentDictionary<Toolchain, Lazy<Task<InstalledProvider>>> Installed = new();

    private readonly string _locked;
    private readonly string _package;
    private readonly string _target;

    private InstalledProvider(string locked, string package, string target) => (_locked, _package, _target) = (locked, package, target);

    /// <summary>Whether `init` would make nothing else for what is in the sandbox's folder.</summary>
    public static bool IsEnoughFor(Sandbox sandbox) =>
        File.Exists(Path.Combine(sandbox.Folder, RequiredProvider.File))
        && Directory.EnumerateFiles(sandbox.Folder, "*.tf")
            .Where(file => Path.GetFileName(file) != RequiredProvider.File)
            .Select(File.ReadAllText)
            .All(text => !MoreToInstall.Any(word => text.Contains(word, StringComparison.Ordinal)));

    public static Task<InstalledProvider> OfAsync(Toolchain toolchain) =>
        Installed.GetOrAdd(toolchain, of => new Lazy<Task<InstalledProvider>>(() => InstallAsync(of))).Value;

    public void CopyTo(Sandbox sandbox)
    {
        sandbox.Write(LockFile, _locked);
        var package = Path.Combine(sandbox.Folder, _package);
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        Directory.CreateSymbolicLink(package, _target);
    }

    private static async Task<InstalledProvider> InstallAsync(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        sandbox.Write(RequiredProvider.File, RequiredProvider.Block);
        (await sandbox.InitAsync()).Succeeds();

        // A CLI links the folder of a mirror instead of copying the files in it.
        var providers = new DirectoryInfo(Path.Combine(sandbox.Folder, ".terraform", "providers"));
        var package = providers.EnumerateDirectories("*", SearchOption.AllDirectories).Single(folder => folder.LinkTarget is not null);
        var locked = await File.ReadAllTextAsync(Path.Combine(sandbox.Folder, LockFile), TestContext.Current.CancellationToken);
        return new InstalledProvider(locked, Path.GetRelativePath(sandbox.Folder, package.FullName), package.LinkTarget!);
    }
}
