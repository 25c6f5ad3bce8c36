using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary><c>rocketchat_workspace_registration</c>: the terms are accepted and the workspace is registered with the cloud.</summary>
internal sealed class WorkspaceRegistrationResource(Workspace workspace) : Resource<WorkspaceRegistrationModel>
{
    public const string Name = "rocketchat_workspace_registration";

    /// <summary>The id of the one registration, for imports too.</summary>
    public const string OnlyId = "workspace";

    private readonly SettingsObject _object = new(workspace, Name);

    public override string TypeName => Name;

    public override ResourceIdentity Identity { get; } = new()
    {
        Attributes = [new(WorkspaceRegistrationModel.Id, $"Always `{OnlyId}`.")],
    };

    public override Schema Schema => WorkspaceRegistrationSchema.Instance;

    protected override async Task PlanAsync(PlanContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken)
    {
        var live = workspace.ChecksPlans ? await RegistrationStatus.ReadSettingsAsync(workspace.Client, cancellationToken) : null;
        var session = _object.Open(context, RegistrationTable.Settings, live);
        var plan = new SettingsPlan(context.Config.Attributes, context.Prior?.Attributes, context.Planned.Attributes);
        context.Planned = new WorkspaceRegistrationModel(session.Plan(plan)).With(WorkspaceRegistrationModel.Id, TfValue.Of(OnlyId));
        if (workspace.IsKnown)
        {
            _object.Claim(
                context, context.Config.HasToken ? [(WorkspaceRegistrationModel.Token, RegistrationStatus.ConnectedId)] : []);
            workspace.Run.Of<RegistrationRun>().Plan(
                registers: context.Config.HasToken || context.Prior?.IsRegistered == true,
                changes: context.Prior is not { AcceptsTerms: true } || (context.Config.HasToken && !context.Prior.IsRegistered),
                context.Diagnostics);
        }

        if (context.Prior is null)
        {
            await PlanNewAsync(context, live, cancellationToken);
        }
        else if (context.Config.HasToken)
        {
            PlanChange(context.Prior, context);
        }

        await session.ReviewAsync(plan, cancellationToken);
    }

    protected override Task PlanDestroyAsync(WorkspaceRegistrationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (prior.IsRegistered)
        {
            context.Diagnostics.AddWarning(
                "Workspace stays registered",
                "Rocket.Chat's API cannot undo a registration or withdraw from the terms: the destroy only removes the resource from the "
                + "state. To undo the registration, remove the workspace in the cloud console (https://cloud.rocket.chat). The server "
                + "forgets its credentials when it next contacts the cloud.");
        }

        return Task.CompletedTask;
    }

    protected override async Task<WorkspaceRegistrationModel> CreateAsync(
        ApplyContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken)
    {
        var before = await RegistrationStatus.ReadAsync(workspace.Client, cancellationToken);
        var writes = new SettingWrites(workspace.Client.Settings);
        var partial = context.Planned.With(WorkspaceRegistrationModel.Id, TfValue.Of(OnlyId));
        return await writes.CreateAsync(context, partial, async () =>
        {
            try
            {
                return await ApplyAsync(context, before, writes, cancellationToken);
            }
            catch (Exception) when (!before.Cloud.IsRegistered && context.Config.KnownToken is not null)
            {
                await new TokenRegistration(workspace.Client, writes, context.Private).KeepAsync(context, partial);
                throw;
            }
        });
    }

    protected override async Task<WorkspaceRegistrationModel> UpdateAsync(
        ApplyContext<WorkspaceRegistrationModel> context, CancellationToken cancellationToken) =>
        await ApplyAsync(
            context,
            await RegistrationStatus.ReadAsync(workspace.Client, cancellationToken),
            new SettingWrites(workspace.Client.Settings),
            cancellationToken);

    protected override async Task<WorkspaceRegistrationModel?> ReadAsync(
        WorkspaceRegistrationModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var status = await RegistrationStatus.ReadAsync(workspace.Client, cancellationToken);
        if (state.IsRegistered && !status.IsRegistered)
        {
            context.Diagnostics.AddWarning(
                "Workspace is no longer registered",
                status.Cloud.IsRegistered
                    ? "The connection to the cloud was disabled (setting `Register_Server`), so notifications no longer go through the "
                    + "gateway. Add a registration token to the configuration: the next apply enables it; the token is not spent."
                    : "The workspace has lost its credentials of the cloud, so notifications no longer go through the gateway. "
                    + "Add a new registration token to the configuration: the next apply registers it again.");
        }

        var refreshed = _object.Open(context, RegistrationTable.Settings, status.Settings).Refresh(state.Attributes)
            .With(RegistrationTable.AcceptTerms, TfValue.Of(status.AcceptsTerms));
        return new WorkspaceRegistrationModel(refreshed).With(status, onlyUnknown: false);
    }

    protected override Task DeleteAsync(WorkspaceRegistrationModel prior, CallContext context, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected override async Task<WorkspaceRegistrationModel> ImportAsync(
        string id, CallContext context, CancellationToken cancellationToken)
    {
        ImportId.RequireOnly(OnlyId, id, "registration");
        if (workspace.IsKnown && !(await workspace.Client.Cloud.GetRegistrationAsync(cancellationToken)).IsRegistered)
        {
            throw new DiagnosticException(
                "No registration to import",
                "The workspace is not registered with Rocket.Chat Cloud. Remove the import; the next apply creates the resource.");
        }

        return new WorkspaceRegistrationModel(new SettingsModel(SettingsShape.Empty(Schema.Attributes)))
            .With(WorkspaceRegistrationModel.Id, TfValue.Of(OnlyId));
    }

    private async Task PlanNewAsync(
        PlanContext<WorkspaceRegistrationModel> context,
        IReadOnlyDictionary<string, Setting>? live,
        CancellationToken cancellationToken)
    {
        if (context.Config.HasToken)
        {
            context.Planned = context.Planned.With(WorkspaceRegistrationModel.Registered, TfValue.True);
        }

        if (live is null)
        {
            return;
        }

        var status = new RegistrationStatus(await workspace.Client.Cloud.GetRegistrationAsync(cancellationToken), live);
        if (context.Config.HasToken && status.Cloud.IsRegistered)
        {
            WarnOfUnspentToken(
                $"The workspace is already registered ({status.Cloud.WorkspaceId?.Quoted()}) and is taken over as it is.", context);
        }
        else if (!context.Config.HasToken && !status.Cloud.IsRegistered)
        {
            // Without a token, nothing in this run can register the workspace.
            context.Planned = context.Planned
                .With(WorkspaceRegistrationModel.Registered, TfValue.False)
                .With(WorkspaceRegistrationModel.WorkspaceId, TfValue.Null);
        }
    }

    private static void PlanChange(WorkspaceRegistrationModel prior, PlanContext<WorkspaceRegistrationModel> context)
    {
        if (!prior.IsRegistered)
        {
            // A workspace with an id still has its credentials: enabling the connection spends no token.
            var workspaceId = prior.At(WorkspaceRegistrationModel.WorkspaceId);
            context.Planned = context.Planned
                .With(WorkspaceRegistrationModel.Registered, TfValue.True)
                .With(WorkspaceRegistrationModel.WorkspaceId, workspaceId.IsNull ? TfValue.Unknown : workspaceId);
            if (workspaceId.IsNull)
            {
                WarnOfSpentToken(context);
            }
        }
        else if (Differs(WorkspaceRegistrationModel.Token) || Differs(WorkspaceRegistrationModel.TokenVersion))
        {
            WarnOfUnspentToken("The workspace is already registered, and another token does not register it again.", context);
        }

        bool Differs(string name) => !context.Planned.At(name).Equals(prior.At(name));
    }

    private async Task<WorkspaceRegistrationModel> ApplyAsync(
        ApplyContext<WorkspaceRegistrationModel> context,
        RegistrationStatus before,
        SettingWrites writes,
        CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var plan = new SettingsPlan(context.Config.Attributes, context.Prior?.Attributes, context.Planned.Attributes);
        return await _object.Open(context, RegistrationTable.Settings, before.Settings).ApplyAsync(plan, async apply =>
        {
            await apply.WriteAsync(writes, null, cancellationToken);
            var after = context.Config.KnownToken is { } token
                ? await new TokenRegistration(client, writes, context.Private).RegisterAsync(before, token, cancellationToken)
                : await RegistrationStatus.ReadAsync(client, cancellationToken);
            workspace.Run.Of<RegistrationRun>().Apply(hasChanged: after.HasAccess && !before.HasAccess);
            return new WorkspaceRegistrationModel(apply.State).With(after, onlyUnknown: true)
                .With(WorkspaceRegistrationModel.Id, TfValue.Of(OnlyId));
        });
    }

    private static void WarnOfUnspentToken(string reason, PlanContext<WorkspaceRegistrationModel> context) =>
        context.Diagnostics.AddWarning(
        "Registration token is not used",
        $"{reason} The value of `registration_token` or `registration_token_wo` is not spent. Keep it for another workspace, or "
        + "remove it.");

    private static void WarnOfSpentToken(PlanContext<WorkspaceRegistrationModel> context)
    {
        if (context.Config.KnownToken is { } token && TokenRegistration.WasSent(token, context.Private))
        {
            context.Diagnostics.AddWarning(
                "Registration token was used before",
                "The workspace will be registered again, with the `registration_token` that registered it before. The cloud usually "
                + "rejects a used token: create a new one in the cloud console.");
        }
    }
}
