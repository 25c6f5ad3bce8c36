using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Limits;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.Serving;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator;

/// <summary>A running emulator: a real HTTP server that answers as Rocket.Chat does, with its state in memory.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestLog _log;
    private readonly DnsServer? _dns;

    private EmulatorServer(
        WebApplication application, EmulatedWorkspace workspace, FaultPlan faults, RequestLog log, DnsServer? dns, Uri url) =>
        (_application, Workspace, Faults, _log, _dns, Url) = (application, workspace, faults, log, dns, url);

    /// <summary>The address of the workspace, with the port that was really taken.</summary>
    public Uri Url { get; }

    /// <summary>The address of the name server; null when there is none.</summary>
    public IPEndPoint? DnsEndPoint => _dns?.EndPoint;

    /// <summary>The live state, to read and to change behind the clients' backs.</summary>
    public EmulatedWorkspace Workspace { get; }

    /// <summary>The faults that requests meet.</summary>
    public FaultPlan Faults { get; }

    /// <summary>
    /// The last requests that were answered, in the order of the answers; control requests are not among them. Long bodies are kept in
    /// part.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Starts an emulator and returns when it answers.</summary>
    /// <exception cref="ArgumentException">An option that makes no sense; the message says which.</exception>
    /// <exception cref="SeedException">The seed is wrong; the message says what and where.</exception>
    /// <exception cref="IOException">The address or port cannot be had.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ListenAddress.Mistake(options.Url) is { } mistake)
        {
            throw new ArgumentException($"the address {options.Url} {mistake}", nameof(options));
        }

        var profile = Profiles.VersionProfile.Named(options.VersionProfile);
        var seed = options.SeedFile is null
            ? options.Seed ?? DefaultSeed.For(profile)
            : await SeedReader.ReadAsync(options.SeedFile, cancellationToken);
        SeedValidator.Validate(seed);
        var state = new WorkspaceState(profile, options.TimeProvider)
        {
            NameServer = options.Resolver is { } resolver ? new RemoteNameServer(resolver) : null,
        };
        var workspace = new EmulatedWorkspace(state);
        workspace.Load(seed);
        var log = new RequestLog(options.OnRequest);
        var faults = new FaultPlan();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var application = builder.Build();
        application.Urls.Add(options.Url.GetLeftPart(UriPartial.Authority));
        var rootPath = options.Url.AbsolutePath.TrimEnd('/');
        if (rootPath.Length > 0)
        {
            application.UsePathBase(rootPath);
        }

        // Answers name the port, which is known only once the server listens.
        var connection = new Lazy<Connection>(() => new Connection(
            new Dispatcher(state, profile, new RateLimiter(options.TimeProvider, state.StartedAt), SiteUrl(application, rootPath)),
            new ControlPanel(workspace, faults, log),
            faults,
            log,
            options.BeforeAnswer,
            options.TimeProvider));
        application.Run(context => connection.Value.ServeAsync(context));
        DnsServer? dns = null;
        try
        {
            dns = options.DnsPort is { } port ? DnsServer.Start(() => state.Dns, port) : null;
            await ListenAsync(application, options.Url, cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            if (dns is not null)
            {
                await dns.DisposeAsync();
            }

            throw;
        }

        lock (state.Gate)
        {
            state.Settings.NameSite(SiteUrl(application, rootPath));
        }

        return new EmulatorServer(application, workspace, faults, log, dns, new Uri(SiteUrl(application, rootPath) + "/"));
    }

    /// <summary>Stops at once; connections that are still open are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        if (_dns is not null)
        {
            await _dns.DisposeAsync();
        }
    }

    private static async Task ListenAsync(WebApplication application, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            throw ListenAddress.Taken(url, taken);
        }
    }

    private static string SiteUrl(WebApplication application, string rootPath) =>
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + rootPath;
}
