using System.IO.Compression;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>The arm64 build under QEMU: a CLI shakes hands with mutual TLS, plans, applies, and asks it to end.</summary>
internal static class Arm64Check
{
    private static readonly string[] Emulators = ["qemu-aarch64-static", "qemu-aarch64"];

    public static async Task RunAsync(Distribution distribution, HostPrograms host, CancellationToken cancellationToken)
    {
        const string check = "linux_arm64 under QEMU plans and applies the quickstart";
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Emulators.SelectMany(name => path.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists) is not { } qemu)
        {
            Skipped(check, "there is no qemu-aarch64 (Debian: qemu-user-static)");
            return;
        }

        var arm64 = Platform.All.First(platform => platform.ToString() == "linux_arm64");
        var folder = Path.Combine(host.Work, "arm64");
        await ZipFile.ExtractToDirectoryAsync(distribution.Package(Product.Provider, arm64), folder, cancellationToken);
        var program = Path.Combine(folder, distribution.Entry(Product.Provider, arm64));
        var bin = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        var wrapper = Path.Combine(bin, Product.Provider.Name);
        await File.WriteAllTextAsync(wrapper, $"#!/bin/sh\nexec '{qemu}' '{program}' \"$@\"\n", cancellationToken);
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await Quickstart.RunAsync(
            Cli.Pinned,
            host.Emulator,
            Path.Combine(host.Work, "quickstart-arm64"),
            $"dev_overrides {{ \"rockettf/rocketchat\" = \"{bin}\" }}\ndirect {{}}",
            ["plan -input=false -no-color", "apply -input=false -no-color -auto-approve", "destroy -input=false -no-color -auto-approve"],
            new Dictionary<string, string>(),
            cancellationToken);
        Passed(check);
    }
}
