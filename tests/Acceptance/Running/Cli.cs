using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>A Terraform or OpenTofu binary found on this machine.</summary>
public sealed record Cli(string Name, string Version, string Path, bool IsPinned)
{
    private static readonly Lazy<IReadOnlyList<Cli>> Found = new(Discover);

    /// <summary>Every CLI there is; never empty.</summary>
    public static IReadOnlyList<Cli> All => Found.Value;

    /// <summary>The one that the repository brings along; any other where npm has none for this platform.</summary>
    public static Cli Pinned => All.FirstOrDefault(cli => cli.IsPinned) ?? All[0];

    /// <summary>Whether it has write-only attributes: both do since 1.11.</summary>
    public bool HasWriteOnly => System.Version.Parse(Version.Split('-')[0]) >= new Version(1, 11);

    public override string ToString() => $"{Name} {Version}";

    private static List<Cli> Discover()
    {
        var pinned = Repository.PathOf(".tools", "tofu");
        var needsPinned = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
        if (needsPinned && !File.Exists(pinned))
        {
            throw new InvalidOperationException("The pinned OpenTofu is missing: run `make cli` first.");
        }

        var found = new List<Cli>();
        foreach (var (path, isPinned) in new[] { (FindOnPath("terraform"), false), (FindOnPath("tofu"), false), (pinned, true) })
        {
            if (path is null || !File.Exists(path))
            {
                continue;
            }

            var cli = Ask(path, isPinned);
            found.RemoveAll(other => other.ToString() == cli.ToString());
            found.Add(cli);
        }

        return found.Count > 0 ? found : throw new InvalidOperationException("There is neither terraform nor tofu on PATH.");
    }

    private static Cli Ask(string path, bool isPinned)
    {
        var start = new ProcessStartInfo(path, ["version", "-json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TF_CLI_CONFIG_FILE"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var version = JsonNode.Parse(process.StandardOutput.ReadToEnd())!["terraform_version"]!.GetValue<string>();
        process.WaitForExit();
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new Cli(name, version, path, isPinned);
    }

    private static string? FindOnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => System.IO.Path.Combine(directory, file))
            .FirstOrDefault(File.Exists);
    }
}
