using Microsoft.Extensions.Logging;
using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Functions;
using RocketTfProvider.License;
using RocketTfProvider.Push;
using RocketTfProvider.Rooms;
using RocketTfProvider.Settings;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider;

/// <summary>The provider for Rocket.Chat.</summary>
/// <param name="environment">Reads an environment variable; null when it is not set.</param>
internal sealed class RocketChatProvider(Func<string, string?> environment) : Provider<ProviderModel>
{
    private readonly Workspace _workspace = new();

    public override string Name => "rocketchat";

    public override string Address => "registry.terraform.io/rockettf/rocketchat";

    public override string Version => ProviderVersion.Text;

    public override Schema Schema => ProviderSchema.Instance;

    // Lists are made at their first use: until the handshake line is written, the CLI waits.
    public override IReadOnlyList<ResourceBase> Resources => field ??=
    [
        new RoomOwnerResource(_workspace),
        new RoomOwnersResource(_workspace),
        new PushSettingsResource(_workspace),
        new SettingResource(_workspace),
        new FederationResource(_workspace),
        new WorkspaceRegistrationResource(_workspace),
        new LicenseResource(_workspace),
        new PushTestResource(_workspace),
    ];

    public override IReadOnlyList<DataSourceBase> DataSources => field ??=
    [
        new RoomDataSource(_workspace),
        new RoomsDataSource(_workspace),
        new RoomOwnersDataSource(_workspace),
        new UserDataSource(_workspace),
        new UsersDataSource(_workspace),
        new FederationDnsDataSource(_workspace),
        new SettingDataSource(_workspace),
        new SettingsDataSource(_workspace),
        new ServerDataSource(_workspace),
    ];

    public override IReadOnlyList<ProviderActionBase> Actions => field ??=
    [
        new PushTestAction(_workspace),
        new CloudSyncAction(_workspace),
        new FederationTestAction(_workspace),
    ];

    public override IReadOnlyList<ListResourceBase> ListResources => field ??=
    [
        new RoomOwnerListResource(_workspace, new RoomOwnerResource(_workspace)),
        new RoomOwnersListResource(_workspace, new RoomOwnersResource(_workspace)),
        new SettingListResource(_workspace, new SettingResource(_workspace)),
    ];

    public override IReadOnlyList<Function> Functions => field ??=
    [
        new FederationRecordsFunction(),
        new TxtChunksFunction(),
        new RecordNameFunction(),
        new ParseOwnerIdFunction(),
        new SettingEnvironmentNameFunction(),
    ];

    public override Diagnostic? Describe(Exception exception) =>
        exception is RocketChatException failure ? _workspace.Describe(failure) : null;

    public override bool KeepsUnread(Exception exception, string typeName, TfValue state, DiagnosticList diagnostics) =>
        exception is RocketChatException failure && _workspace.KeepsUnread(failure, typeName, state, diagnostics);

    public override Task PrepareAsync(CallContext context, bool isStored, CancellationToken cancellationToken) =>
        _workspace.RequireIdentityAsync(context, isStored, cancellationToken);

    public override Task AddRunWarningsAsync(DiagnosticList diagnostics, CancellationToken cancellationToken) =>
        _workspace.AddRunWarningsAsync(diagnostics, cancellationToken);

    public override async Task CloseAsync(CancellationToken cancellationToken) => await _workspace.CloseAsync();

    protected override async Task ConfigureAsync(ProviderModel config, ConfigureContext context, CancellationToken cancellationToken)
    {
        var settings = new ConnectionSettings(config, environment, context.Diagnostics);
        if (settings.IsUnknown)
        {
            await _workspace.ConnectLaterAsync();
        }
        else if (settings.ToClientOptions($"terraform-provider-rocketchat/{Version}") is { } options)
        {
            if (options.Tls.InsecureSkipVerify)
            {
                context.Diagnostics.AddWarning(
                    "Server certificate not verified",
                    "`insecure_skip_verify` is `true`: anybody between this machine and the server can read the token. Set "
                        + "`ca_certificate` instead.",
                    AttributePath.To("insecure_skip_verify"));
            }

            RocketChatClient client;
            try
            {
                client = new RocketChatClient(options, context.Loggers.CreateLogger<RocketChatClient>());
            }
            catch (RocketChatException failure)
            {
                context.Diagnostics.Add(settings.Describe(failure));
                return;
            }

            await _workspace.ConnectAsync(client, settings.PlanChecks, settings.ExpectedWorkspaceId);
        }
    }
}
