using System.Collections.Immutable;
using RocketChat.Client;
using TerraformPlugin.Models;

namespace RocketTfProvider.Connection;

/// <summary>The attributes of the data source <c>rocketchat_server</c>, all of which come from the server.</summary>
internal sealed record ServerModel : IModel<ServerModel>
{
    public Tf<string> Url { get; init; }

    public Tf<string> Version { get; init; }

    public Tf<bool> Tested { get; init; }

    public Tf<bool> Registered { get; init; }

    public Tf<string> WorkspaceId { get; init; }

    public Tf<string> UniqueId { get; init; }

    public Tf<ImmutableArray<string>> LicenseModules { get; init; }

    public static ServerModel Read(ModelReader reader) => new();

    public static ServerModel Of(Uri url, ServerInfo info, CloudRegistration? registration, IReadOnlyList<string>? licenseModules) => new()
    {
        Url = url.AbsoluteUri,
        Version = info.Version.ToString(),
        Tested = info.Support == VersionSupport.Tested,
        Registered = registration is { IsRegistered: var isRegistered } ? isRegistered : Tf<bool>.Null,
        WorkspaceId = registration?.WorkspaceId,
        UniqueId = registration?.UniqueId,
        LicenseModules = licenseModules is { } modules ? modules.ToImmutableArray() : Tf<ImmutableArray<string>>.Null,
    };

    public void Write(ModelWriter writer) => writer
        .String("url", Url)
        .String("version", Version)
        .Bool("tested", Tested)
        .Bool("registered", Registered)
        .String("workspace_id", WorkspaceId)
        .String("unique_id", UniqueId)
        .StringSet("license_modules", LicenseModules);
}
