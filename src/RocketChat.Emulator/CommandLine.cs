using System.Globalization;
using System.Net;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator;

/// <summary>The arguments of the program.</summary>
internal sealed record CommandLine
{
    public EmulatorOptions Options { get; private init; } = new() { Url = new Uri("http://127.0.0.1:3000") };

    public bool LogRequests { get; private init; }

    public bool Help { get; private init; }

    public bool Version { get; private init; }

    /// <summary>The first mistake in the arguments; null when there is none.</summary>
    public string? Mistake { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        for (var index = 0; index < arguments.Count && line.Mistake is null; index++)
        {
            var equals = arguments[index].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? arguments[index] : arguments[index][..equals];
            line = name switch
            {
                "--help" or "-h" => line with { Help = true },
                "--version" => line with { Version = true },
                "--log-requests" => line with { LogRequests = true },
                "--url" or "--version-profile" or "--seed" or "--dns-port" or "--resolver" => equals >= 0
                    ? line.Set(name, arguments[index][(equals + 1)..])
                    : ++index < arguments.Count && !arguments[index].StartsWith("--", StringComparison.Ordinal)
                        ? line.Set(name, arguments[index])
                        : line with { Mistake = $"{name} needs a value" },
                _ => line with { Mistake = $"unknown argument {arguments[index]}" },
            };
        }

        return line;
    }

    private CommandLine Set(string name, string value) => name switch
    {
        _ when value.Length == 0 => this with { Mistake = $"{name} needs a value" },
        "--url" => !Uri.TryCreate(value, UriKind.Absolute, out var url)
            ? this with { Mistake = $"--url {value} is not a URL that begins with http://" }
            : ListenAddress.Mistake(url) is { } mistake
                ? this with { Mistake = $"--url {value} {mistake}" }
                : this with { Options = Options with { Url = url } },
        "--version-profile" when VersionProfiles.All.All(profile => profile.Name != value) =>
            this with { Mistake = $"unknown version profile '{value}'; known are {VersionProfile.KnownNames}" },
        "--dns-port" => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? this with { Options = Options with { DnsPort = port } }
            : this with { Mistake = $"--dns-port {value} is not a port" },
        "--resolver" => IPEndPoint.TryParse(value, out var resolver) && resolver.Port > 0
            ? this with { Options = Options with { Resolver = resolver } }
            : this with { Mistake = $"--resolver {value} is not an address and a port, such as 127.0.0.1:5353" },
        "--seed" => this with { Options = Options with { SeedFile = value } },
        _ => this with { Options = Options with { VersionProfile = value } },
    };

    public static string HelpText { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        An offline Rocket.Chat workspace. It answers the HTTP API as a real server does and keeps everything in memory.

        Usage: rocketchat-emulator [--url URL] [--version-profile VERSION] [--seed FILE] [--dns-port PORT]
                                   [--resolver ADDRESS:PORT] [--log-requests]

          --url URL                  where to listen (default http://127.0.0.1:3000); port 0 takes any free port
          --version-profile VERSION  the server to emulate: {VersionProfile.KnownNames} (default 9.0)
          --seed FILE                the workspace to start with, in JSON, as GET /_emulator/state shows it; see below for the default
          --dns-port PORT            also serve the seed's "dns" zone on 127.0.0.1 over UDP and TCP; 0 takes any free port; the server
                                     accepts unsigned dynamic updates (RFC 2136, as nsupdate sends them)
          --resolver ADDRESS:PORT    the name server for lookups of the workspace itself (default: its own zone only)
          --log-requests             write every request to standard output as one line of JSON
          --help, --version

        When it is ready it writes one line, "listening on URL", and with --dns-port another, "name server on ADDRESS:PORT". Ctrl-C or
        SIGTERM ends it.

        The built-in workspace
          administrator   {DefaultSeed.AdminUsername} / {DefaultSeed.AdminPassword}
            user id       {DefaultSeed.AdminId}
            access token  {DefaultSeed.AdminToken}
          users           alice, bob, carol (password NAME-password), dave (deactivated)
          rooms           general, announcements (read-only), board (private), old-project (archived), crew (team), a discussion,
                          a direct message

        Control, for scripts on this machine; bodies are JSON, ROOM and USER are ids or names
          GET PUT /_emulator/state               the workspace as a seed; replace it by another
          POST    /_emulator/rooms/ROOM/CHANGE   owners/add, owners/remove, members/add, members/remove (with "username"),
                                                 rename (with "name"), archive, unarchive, delete
          POST    /_emulator/users/USER/CHANGE   rename (with "username"), activate, deactivate, delete, end-sessions
          PUT     /_emulator/settings/ID         with "value"
          PUT     /_emulator/cloud               with "reachable", "acceptedTokens", "tokensWorkOnce", "delayMilliseconds", "syncFails",
                                                 "registered"
          POST    /_emulator/restart             with "environment": OVERWRITE_SETTING_ID, SETTINGS_BLOCKED, SETTINGS_HIDDEN
          GET POST DELETE /_emulator/faults      faults to inject: "kind" (status, latency, drop, drip, proxy-page, wrong-content-type,
                                                 half-body, clock-skew), "path" with stars or :segments, "method", "count",
                                                 "afterEffect", "status", "milliseconds", "headers"
          GET DELETE      /_emulator/requests    the requests so far; clear them

        The code in every email that the emulator would send is {EmailCodes.Code}.

        """);
}
