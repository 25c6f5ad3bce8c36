using System.Net;
using System.Text.Json.Nodes;
using RocketChat.Emulator;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;

namespace Acceptance.Running;

/// <summary>An emulated workspace, and a sandbox whose environment points to it and whose module requires the provider.</summary>
internal sealed class Fixture : IAsyncDisposable
{
    private readonly EmulatorServer _server;
    private readonly RequestRecord _record;
    private readonly Toolchain _toolchain;

    private Fixture(EmulatorServer server, RequestRecord record, Toolchain toolchain) =>
        (_server, _record, _toolchain, Cli) = (server, record, toolchain, new Sandbox(toolchain));

    public Sandbox Cli { get; }

    public EmulatedWorkspace Workspace => _server.Workspace;

    public Uri Url => _server.Url;

    /// <summary>The emulator's name server; null without one.</summary>
    public IPEndPoint? DnsEndPoint => _server.DnsEndPoint;

    /// <summary>Faults on the way to the server and back.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>The provider's requests so far, as "METHOD path -> status".</summary>
    public IEnumerable<string> Requests => _server.Requests.Select(request => request.ToString());

    /// <summary>Forgets the requests so far.</summary>
    public void ForgetRequests() => _server.ClearRequests();

    public static async Task<Fixture> CreateAsync(Toolchain toolchain, EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        var server = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        var fixture = new Fixture(server, new RequestRecord(options.VersionProfile), toolchain);
        fixture.Cli.Write(RequiredProvider.File, RequiredProvider.Block);
        fixture.Cli.Environment["ROCKETCHAT_URL"] = server.Url.AbsoluteUri;
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId;
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken;
        return fixture;
    }

    /// <summary>A workspace and a sandbox with this module, initialized.</summary>
    public static async Task<Fixture> CreateAsync(Toolchain toolchain, string module, EmulatorOptions? options = null)
    {
        var fixture = await CreateAsync(toolchain, options);
        fixture.Cli.Write("main.tf", module);
        await fixture.InitializeAsync();
        return fixture;
    }

    /// <summary>Makes the module ready to be planned; with `init` itself only where it has more to do than to find the provider.</summary>
    public async Task InitializeAsync()
    {
        if (InstalledProvider.IsEnoughFor(Cli))
        {
            (await InstalledProvider.OfAsync(_toolchain)).CopyTo(Cli);
        }
        else
        {
            (await Cli.InitAsync()).Succeeds();
        }
    }

    /// <summary>Logs in as the first user of a seed file; without one, as the administrator of the workspace that is built in.</summary>
    public void UseFirstAdministratorOf(string? seedFile)
    {
        if (seedFile is null)
        {
            return;
        }

        var administrator = JsonNode.Parse(File.ReadAllText(seedFile))!["users"]![0]!;
        Cli.Environment["ROCKETCHAT_USER_ID"] = administrator["id"]!.GetValue<string>();
        Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = administrator["tokens"]![0]!["token"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        Cli.Dispose();
        await using (_server)
        {
            await _record.AddAsync(_server);
        }
    }
}
