using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>A Terraform or OpenTofu binary found on this machine.</summary>
public sealed record Cli(string Name, string Version, string Path, bool IsPinned)
{
    private const string Variable = "ACCEPTANCE_CLIS";

    // The first call of a CLI may have to unpack it.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Unusable = [];
    private static readonly Lazy<IReadOnlyList<Cli>> Found = new(Discover);

    /// <summary>
    /// Every CLI that starts: on PATH, in the variable ACCEPTANCE_CLIS, and the one that `make cli` fetches. Never empty.
    /// </summary>
    public static IReadOnlyList<Cli> All => Found.Value;

    /// <summary>Why a CLI that the variable ACCEPTANCE_CLIS names is not among them, by path.</summary>
    public static IReadOnlyDictionary<string, string> NotStarting => All.Count > 0 ? Unusable : [];

    /// <summary>The one that the repository brings along; any other where npm has none for this platform.</summary>
    public static Cli Pinned => All.FirstOrDefault(cli => cli.IsPinned) ?? All[0];

    /// <summary>Whether it has write-only attributes.</summary>
    public bool HasWriteOnly => Has("terraform 1.11, tofu 1.11");

    /// <summary>The version, without the suffix of a pre-release.</summary>
    public Version Number { get; } = System.Version.Parse(Version.Split('-')[0]);

    /// <summary>Whether it is one of these, in this version or a later one: "terraform 1.14, tofu 1.12".</summary>
    public bool Has(string leastVersions) => leastVersions.Split(", ")
        .Select(least => least.Split(' '))
        .Any(least => least[0] == Name && System.Version.Parse(least[1]) <= Number);

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
        foreach (var path in new[] { FindOnPath("terraform"), FindOnPath("tofu"), pinned }.OfType<string>().Where(File.Exists))
        {
            Add(found, Ask(path, isPinned: path == pinned));
        }

        foreach (var path in Named())
        {
            try
            {
                Add(found, Ask(path, isPinned: false));
            }
            catch (InvalidOperationException failure)
            {
                Unusable[path] = failure.Message;
            }
        }

        return found.Count > 0 ? found : throw new InvalidOperationException("There is neither terraform nor tofu on PATH.");
    }

    private static void Add(List<Cli> found, Cli cli)
    {
        if (found.Find(other => other.ToString() == cli.ToString()) is not { IsPinned: true })
        {
            found.RemoveAll(other => other.ToString() == cli.ToString());
            found.Add(cli);
        }
    }

    private static IEnumerable<string> Named() =>
        (Environment.GetEnvironmentVariable(Variable) ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => System.IO.Path.GetFullPath(path, Repository.Root));

    private static Cli Ask(string path, bool isPinned)
    {
        var start = new ProcessStartInfo(path, ["version", "-json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TF_CLI_CONFIG_FILE"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        var output = new ConcurrentQueue<string>();
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Deadline))
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"`version` did not end within {Deadline}");
            }

            // Without a limit of time it waits for the last line of output, too.
            process.WaitForExit();
            var version = JsonNode.Parse(string.Concat(output))?["terraform_version"]?.GetValue<string>()
                ?? throw new JsonException();
            return new Cli(System.IO.Path.GetFileNameWithoutExtension(path), version, path, isPinned);
        }
        catch (Exception failure) when (failure is Win32Exception or JsonException)
        {
            throw new InvalidOperationException(
                failure is Win32Exception ? failure.Message : $"`version -json` printed: {string.Concat(output)}", failure);
        }
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
