using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Tool.Demo;

/// <summary>
/// The main job from start to end, with every CLI there is: examples/quickstart against the emulator. Fails at the first step that does not
/// do what its heading says, and leaves nothing behind.
/// </summary>
internal static class DemoCommand
{
    private const int NoChanges = 0;
    private const int Changes = 2;
    private static readonly string Example = Repository.PathOf("examples", "quickstart");
    private static readonly string Seed = Path.Combine(Example, "seed.json");

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("rocketchat-demo-").FullName;
        try
        {
            foreach (var cli in Cli.All)
            {
                await ShowAsync(cli, Path.Combine(home, cli.ToString().Replace(' ', '-')), cancellationToken);
            }

            Console.WriteLine("\nThe demo is done: every step did what it should.");
            return 0;
        }
        catch (DemoException failure)
        {
            Console.Error.WriteLine($"\nThe demo failed: {failure.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task ShowAsync(Cli cli, string folder, CancellationToken cancellationToken)
    {
        await using var emulator = await DemoEmulator.StartAsync(Seed, cancellationToken);
        Heading($"the emulator answers as Rocket.Chat on {emulator.Url}");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Example, "main.tf"), Path.Combine(folder, "main.tf"));
        var environment = EnvironmentFor(emulator.Url, folder);

        await RunAsync($"{cli.Name}: which CLI", "version");
        await RunAsync("init: install the provider", "init -input=false");
        await RunAsync("plan: what would happen", "plan -input=false -detailed-exitcode", Changes);
        await RunAsync("apply: ada becomes an owner of the room", "apply -input=false -auto-approve");
        await RunAsync("plan again: nothing left to do", "plan -input=false -detailed-exitcode");

        Heading("drift: somebody takes the ownership away, past the CLI");
        await RemoveOwnerAsync(emulator.Url, cancellationToken);
        await RunAsync("plan: the drift is shown", "plan -input=false -detailed-exitcode", Changes);
        await RunAsync("apply: and fixed", "apply -input=false -auto-approve");
        await RunAsync("destroy: ada is a plain member again", "destroy -input=false -auto-approve");

        async Task RunAsync(string title, string arguments, int expected = NoChanges)
        {
            Heading($"{title}\n    $ {cli.Name} {arguments}");
            var start = new ProcessStartInfo(cli.Path, $"{arguments} -no-color") { WorkingDirectory = folder };
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            var exitCode = await Command.RunAsync(start, cancellationToken);
            if (exitCode != expected)
            {
                throw new DemoException($"\"{title}\" ended with exit code {exitCode}, not with exit code {expected}");
            }
        }
    }

    private static async Task RemoveOwnerAsync(Uri emulator, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "ada" });
        using var response = await client.PostAsync(new Uri(emulator, "_emulator/rooms/board/owners/remove"), form, cancellationToken);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new DemoException($"The emulator refused: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    /// <summary>This machine's environment, with the provider that was just built and without other settings for CLIs.</summary>
    private static Dictionary<string, string> EnvironmentFor(Uri emulator, string folder)
    {
        var configuration = Path.Combine(folder, "cli.tfrc");
        File.WriteAllText(configuration, $$"""
            provider_installation {
              filesystem_mirror {
                path = "{{ProviderBuild.Ordinary.Mirror}}"
              }
            }
            """);
        var administrator = JsonNode.Parse(File.ReadAllText(Seed))!["users"]![0]!;
        return new(ProcessEnvironment())
        {
            ["TF_CLI_CONFIG_FILE"] = configuration,
            ["CHECKPOINT_DISABLE"] = "1",
            ["ROCKETCHAT_URL"] = emulator.AbsoluteUri,
            ["ROCKETCHAT_USER_ID"] = administrator["id"]!.GetValue<string>(),
            ["ROCKETCHAT_AUTH_TOKEN"] = administrator["tokens"]![0]!["token"]!.GetValue<string>(),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> ProcessEnvironment() =>
        from variable in new ProcessStartInfo().Environment
        where variable.Value is not null
            && !variable.Key.StartsWith("TF_", StringComparison.Ordinal)
            && !variable.Key.StartsWith("ROCKETCHAT_", StringComparison.Ordinal)
        select KeyValuePair.Create(variable.Key, variable.Value);

    private static void Heading(string text) => Console.WriteLine($"\n==> {text}\n");
}
