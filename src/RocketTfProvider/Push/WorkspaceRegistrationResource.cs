using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary><c>rocketchat_workspace_registration</c>: the terms are accepted and the workspace is registered with the cloud.</summary>
internal sealed class WorkspaceRegistrationResource(Workspace workspace) : Resource<WorkspaceRegistrationModel>
{
    /// <summary>The id of the one registration, for imports too.</summary>
    public const string OnlyId = "workspace";

    /// <summary>Private state: a salted hash of the token that was sent.</summary>
    private const string SpentTokenKey = "spent_token";

    // A server synchronises with the cloud before it answers, which takes it about ten seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public override string TypeName => "rocketchat_workspace_registration";

    public override Schema Schema => WorkspaceRegistrationSchema.Instance;

    protected override void Validate(WorkspaceRegistrationModel config, DiagnosticList diagnostics)
    {
        if (!config.RegistrationToken.IsNull && !config.RegistrationTokenWriteOnly.IsNull)
        {
            diagnostics.AddError(
                "Conflicting attributes", "Only one of `registration_token`, `registration_token_wo` can be set. Remove one of them.");
        }
    }

    protected override async Task PlanAsync(PlanContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken)
    {
        if (workspace.IsKnown)
        {
            workspace.Run.Of<SettingClaims>().Tell(TypeName, context, RegistrationStatus.Claimed(context.Config));
            workspace.Run.Of<RegistrationRun>().Plan(
                registers: context.Config.HasToken || context.Prior?.Registered.Or(false) == true,
                changes: context.Prior is null || !context.Prior.AcceptPrivacyTerms.Or(false) || !context.Prior.Registered.Or(false));
        }

        if (!context.Config.HasToken)
        {
            return;
        }

        if (context.Prior is not { } prior)
        {
            context.Planned = context.Planned with { Registered = true };
            if (workspace.IsKnown && workspace.PlanChecks != PlanChecks.Off
                && await workspace.Client.Cloud.GetRegistrationAsync(cancellationToken) is { IsRegistered: true } found)
            {
                TellUnspent($"The workspace is registered already (`{found.WorkspaceId}`): it is taken over as it is.", context);
            }

            return;
        }

        if (!prior.Registered.Or(false))
        {
            // With an id it still has its credentials, and only the connection is off: no token is spent for that.
            var hasCredentials = !prior.WorkspaceId.IsNull;
            context.Planned = context.Planned with { Registered = true, WorkspaceId = hasCredentials ? prior.WorkspaceId : Tf<string>.Unknown };
            if (!hasCredentials)
            {
                TellSpent(context);
            }
        }
        else if (context.Planned.RegistrationToken != prior.RegistrationToken
            || context.Planned.RegistrationTokenVersion != prior.RegistrationTokenVersion)
        {
            TellUnspent("The workspace is registered already, and another token does not register it again.", context);
        }
    }

    protected override Task PlanDestroyAsync(WorkspaceRegistrationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        context.Diagnostics.AddWarning(
            "Workspace stays registered",
            "Rocket.Chat has no way to undo a registration or to withdraw from the terms through its API: the destroy only takes the resource out of the "
            + "state. To undo it, remove the workspace in the cloud console (https://cloud.rocket.chat); the server forgets its credentials when it next "
            + "talks to the cloud.");
        return Task.CompletedTask;
    }

    protected override Task<WorkspaceRegistrationModel> CreateAsync(ApplyContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override Task<WorkspaceRegistrationModel> UpdateAsync(ApplyContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override async Task<WorkspaceRegistrationModel?> ReadAsync(
        WorkspaceRegistrationModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var status = await RegistrationStatus.ReadAsync(workspace.Client, cancellationToken);
        if (state.Registered.Or(false) && !status.IsRegistered)
        {
            context.Diagnostics.AddWarning(
                "Workspace is not registered any more",
                status.Cloud.IsRegistered
                    ? "Somebody switched the connection to the cloud off (setting `Register_Server`), so notifications no longer go through the gateway. "
                    + "With a registration token in the configuration, the next apply switches it on; the token is not spent."
                    : "The workspace has lost its credentials of the cloud, so notifications no longer go through the gateway. "
                    + "With a new registration token in the configuration, the next apply registers it again.");
        }

        status.TellDrift(state, new SettingsMemory(context.Private), context.Diagnostics);
        return status.Into(state);
    }

    protected override Task DeleteAsync(WorkspaceRegistrationModel prior, CallContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task<WorkspaceRegistrationModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken) => id == OnlyId
        ? Task.FromResult(new WorkspaceRegistrationModel { Id = OnlyId })
        : throw new DiagnosticException("Invalid import id", $"A workspace has one registration, and its id is `{OnlyId}`.");

    private async Task<WorkspaceRegistrationModel> ApplyAsync(ApplyContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var config = context.Config;
        var before = await RegistrationStatus.ReadAsync(client, cancellationToken);
        before.Remember(config, new SettingsMemory(context.Private));
        await before.WriteAsync(config, cancellationToken);
        if (config.Token is { } token)
        {
            var status = before;
            if (!before.Cloud.IsRegistered)
            {
                await ConnectAsync(client, token, cancellationToken);
                context.Private.Set(SpentTokenKey, SecretHash.Of(token));
                status = await RegistrationStatus.ReadAsync(client, cancellationToken);
            }

            if (!status.IsRegistered)
            {
                await status.SwitchOnAsync(cancellationToken);
            }
        }

        var after = await RegistrationStatus.ReadAsync(client, cancellationToken);
        workspace.Run.Of<RegistrationRun>().Apply(
            hasChanged: (after.IsRegistered && !before.IsRegistered) || (after.AcceptsTerms && !before.AcceptsTerms));
        return Known(context.Planned, after.Into(context.Planned));
    }

    private static async Task ConnectAsync(RocketChatClient client, string token, CancellationToken cancellationToken)
    {
        try
        {
            await client.Cloud.ConnectAsync(token, Patience, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotRegistered)
        {
            var siteUrl = await client.Settings.GetAsync("Site_Url", cancellationToken);
            throw new DiagnosticException(
                // Without a path: a CLI quotes the line that a path points to, and there the token may stand.
                "Workspace not registered",
                $"{failure.Message} The reason stands in the server's log only. Usually it is one of these: `registration_token` was used already or has expired "
                + "(each registers one workspace; make a new one in the cloud console); the server cannot reach https://cloud.rocket.chat; or its setting "
                + $"`Site_Url`, now `{siteUrl?.Value}`, is not the address at which people reach the workspace. The terms are accepted and the other settings "
                + "are written; only the registration is missing. Put it right and apply again.");
        }
    }

    /// <summary>The plan, with what it left open.</summary>
    private static WorkspaceRegistrationModel Known(WorkspaceRegistrationModel planned, WorkspaceRegistrationModel actual)
    {
        return planned with
        {
            Id = OnlyId,
            OrganizationEmail = Known(planned.OrganizationEmail, actual.OrganizationEmail),
            OrganizationName = Known(planned.OrganizationName, actual.OrganizationName),
            SiteName = Known(planned.SiteName, actual.SiteName),
            MarketingEmails = Known(planned.MarketingEmails, actual.MarketingEmails),
            Registered = Known(planned.Registered, actual.Registered),
            WorkspaceId = Known(planned.WorkspaceId, actual.WorkspaceId),
            UniqueId = Known(planned.UniqueId, actual.UniqueId),
        };

        static Tf<T> Known<T>(Tf<T> value, Tf<T> found)
            where T : notnull => value.IsUnknown ? found : value;
    }

    private static void TellUnspent(string reason, PlanContext<WorkspaceRegistrationModel> context) => context.Diagnostics.AddWarning(
        "Registration token is not used",
        $"{reason} The value of `registration_token` or `registration_token_wo` is not spent.");

    private static void TellSpent(PlanContext<WorkspaceRegistrationModel> context)
    {
        if (context.Config.Token is { } token && context.Private.TryGet(SpentTokenKey, out var mark) && SecretHash.Matches(mark, token))
        {
            context.Diagnostics.AddWarning(
                "Registration token was used before",
                "The workspace is to be registered again, with the `registration_token` that registered it before. The cloud usually refuses a used token: "
                + "make a new one in the cloud console.");
        }
    }
}
