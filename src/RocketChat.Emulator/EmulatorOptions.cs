using System.Net;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator;

/// <summary>Options for the start of an emulator.</summary>
public sealed record EmulatorOptions
{
    /// <summary>
    /// The address to listen on: http, an IP address of this machine, and a port, 0 for any free one. A path puts the workspace below it,
    /// as behind a proxy. Default <c>http://127.0.0.1:0</c>.
    /// </summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>
    /// The version to answer as: <c>3.11</c>, <c>6.5</c>, <c>7.10</c>, <c>8.6</c>, <c>8.8</c> or <c>9.0</c> (the default).
    /// </summary>
    public string VersionProfile { get; init; } = "9.0";

    /// <summary>A seed file in JSON, see <see cref="WorkspaceSeed"/>. Excludes <see cref="Seed"/>.</summary>
    public string? SeedFile { get; init; }

    /// <summary>The workspace to begin with; <see cref="DefaultSeed"/> when neither this nor <see cref="SeedFile"/> is given.</summary>
    public WorkspaceSeed? Seed { get; init; }

    /// <summary>The port on 127.0.0.1 of a name server for the seed's zone, over UDP and TCP, 0 for any free one; null for none.</summary>
    public int? DnsPort { get; init; }

    /// <summary>
    /// The name server that the workspace asks when it looks into DNS itself, to test federation or for <c>dns.resolve.*</c>; the seed's
    /// zone alone when null.
    /// </summary>
    public IPEndPoint? Resolver { get; init; }

    /// <summary>The clock: token ages, rate limits and the second factor's remember window go by it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Called with every request after it was answered, one at a time; null for nobody.</summary>
    public Action<RecordedRequest>? OnRequest { get; init; }

    /// <summary>
    /// Called with method and path of every request before it is answered, several at once; the answer waits for the task. Null for nobody.
    /// </summary>
    public Func<string, string, Task>? BeforeAnswer { get; init; }
}
