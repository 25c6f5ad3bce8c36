using System.Text.Json.Nodes;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Commands;

namespace RocketTfProvider.Tests.Commands;

/// <summary>A command, run in this process against an emulated workspace as its administrator.</summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private CommandRun(EmulatorServer server) => Server = server;

    public EmulatorServer Server { get; }

    /// <summary>The environment of the command.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId,
        ["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken,
    };

    /// <summary>Whether both outputs are a terminal with colors.</summary>
    public bool IsTerminal { get; set; }

    public string Output { get; private set; } = "";

    public string ErrorOutput { get; private set; } = "";

    public static async Task<CommandRun> StartAsync(EmulatorOptions? options = null)
    {
        var server = await EmulatorServer.StartAsync(options ?? new(), TestContext.Current.CancellationToken);
        var run = new CommandRun(server);
        run.Environment["ROCKETCHAT_URL"] = server.Url.AbsoluteUri;
        return run;
    }

    public void UseAlice()
    {
        Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ProviderCommands.RunAsync(
            args,
            Environment.GetValueOrDefault,
            new Terminal(output, errors, isWatched: IsTerminal, isColored: IsTerminal),
            TestContext.Current.CancellationToken);
        (Output, ErrorOutput) = (output.ToString(), errors.ToString());
        return code;
    }

    public JsonNode Json() => JsonNode.Parse(Output)!;

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
