using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.License;

/// <summary><c>rocketchat_license</c>: the license of the workspace, and what it enables.</summary>
internal sealed class LicenseResource(Workspace workspace) : Resource<SettingsModel>
{
    public const string Name = "rocketchat_license";

    /// <summary>The only id, for the state and for imports.</summary>
    public const string OnlyId = "workspace";

    private readonly SettingsObject _object = new(workspace, Name);

    public override string TypeName => Name;

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new("id", $"Always `{OnlyId}`.")] };

    public override Schema Schema { get; } = SettingsSchema.Build(
        "Gives the workspace its license, and shows what the license enables. A workspace has one license, so use this resource once.",
        version: 0,
        LicenseTable.Settings,
        new Dictionary<string, string>(),
        LicenseFacts.Attributes);

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var live = workspace.ChecksPlans ? await ReadSettingAsync(cancellationToken) : null;
        var session = _object.Open(context, LicenseTable.Settings, live);
        context.Planned = session.Plan(SettingsPlan.Of(context)).With("id", TfValue.Of(OnlyId));
        var isSent = IsSent(context);
        if (isSent)
        {
            context.Planned = LicenseFacts.Planned(context.Planned);
        }
        else if (context.Prior is null)
        {
            context.Diagnostics.Add(LicenseDiagnostics.NoValue);
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        if (isSent)
        {
            workspace.Run.Of<LicenseRun>().Plan();
        }

        if (live is not null)
        {
            await new LicenseReview(workspace, session, context).RunAsync(isSent, cancellationToken);
        }
    }

    protected override Task PlanDestroyAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        _object.PlanDestroyAsync(prior, context, () => OpenOwnAsync(prior, context, cancellationToken));

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var writes = new SettingWrites(workspace.Client.Settings);
        return writes.CreateAsync(
            context, context.Planned.With("id", TfValue.Of(OnlyId)), () => ApplyAsync(context, writes, cancellationToken));
    }

    protected override async Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var writes = new SettingWrites(workspace.Client.Settings);
        try
        {
            return await ApplyAsync(context, writes, cancellationToken);
        }
        catch (Exception)
        {
            // A workspace without a license loses what works today.
            var (taken, _, left) = await writes.UndoAsync();
            if (taken.Count + left.Count > 0)
            {
                context.Diagnostics.Add(left.Count == 0 ? LicenseDiagnostics.FormerIsBack : LicenseDiagnostics.FormerIsNotBack);
            }

            throw;
        }
    }

    protected override async Task<SettingsModel?> ReadAsync(
        SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var live = await ReadSettingAsync(cancellationToken);
        var info = await workspace.Client.License.GetAsync(cancellationToken);
        if (info is { IsValid: false } && LicenseTable.TextIn(live).Length > 0)
        {
            context.Diagnostics.Add(LicenseDiagnostics.NotValid(info));
        }

        var refreshed = _object.Open(context, LicenseTable.Settings, live).Refresh(state).With(info);
        return HasForeignText(refreshed, context) ? refreshed.With(LicenseTable.License.Path, TfValue.Null) : refreshed;
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (await _object.DestroyAsync(prior, context, () => OpenOwnAsync(prior, context, cancellationToken), cancellationToken)
            && !_object.IsKept(LicenseTable.SettingId)
            && LicenseTable.TextIn(await ReadSettingAsync(cancellationToken)).Length == 0
            && !await workspace.Client.License.EndsAsync(cancellationToken))
        {
            context.Diagnostics.Add(LicenseDiagnostics.StillInEffect);
        }
    }

    protected override async Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        ImportId.RequireOnly(OnlyId, id, "license");
        if (workspace.IsKnown && LicenseTable.TextIn(await ReadSettingAsync(cancellationToken)).Length == 0)
        {
            throw new DiagnosticException(
                "No license to import",
                $"The server shows no license to this account (setting `{LicenseTable.SettingId}`). Remove the import; the next apply "
                + "creates the resource.");
        }

        return new SettingsModel(SettingsShape.Empty(Schema.Attributes))
            .With("id", TfValue.Of(OnlyId))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep));
    }

    // The text of a license enters the state only from the configuration.
    private static bool HasForeignText(SettingsModel state, CallContext context) =>
        state.At(LicenseTable.License.Path) is { IsPresent: true } text
        && !new SettingsPrivateState(context.Private).IsLastSent(LicenseTable.SettingId, text.String.Trim());

    private static bool IsSent(PlanContext<SettingsModel> context) =>
        LicenseTable.License.IsNamedIn(context.Config)
        && (context.Planned.At(LicenseTable.License.Path).IsUnknown || SettingsPlan.Of(context).Changes(LicenseTable.License));

    private Task<IReadOnlyDictionary<string, Setting>> ReadSettingAsync(CancellationToken cancellationToken) =>
        workspace.Client.Settings.ReadAsync([LicenseTable.SettingId], cancellationToken);

    private async Task<SettingsSession> OpenAsync(CallContext context, CancellationToken cancellationToken) =>
        _object.Open(context, LicenseTable.Settings, await ReadSettingAsync(cancellationToken));

    // A destroy takes away only the license that this object gave.
    private async Task<SettingsSession?> OpenOwnAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var privateState = new SettingsPrivateState(context.Private);
        var live = await ReadSettingAsync(cancellationToken);
        if (!privateState.HasSent(LicenseTable.SettingId)
            || LicenseTable.TextIn(live) is not { Length: > 0 } text
            || privateState.IsLastSent(LicenseTable.SettingId, text))
        {
            return _object.Open(context, LicenseTable.Settings, live);
        }

        context.Diagnostics.Add(LicenseDiagnostics.Foreign(OnDestroy.Of(prior)));
        return null;
    }

    private async Task<SettingsModel> ApplyAsync(
        ApplyContext<SettingsModel> context, SettingWrites writes, CancellationToken cancellationToken)
    {
        return await (await OpenAsync(context, cancellationToken)).ApplyAsync(SettingsPlan.Of(context), async apply =>
        {
            var result = apply.State.With("id", TfValue.Of(OnlyId));
            foreach (var wanted in apply.Differing)
            {
                result = result.With(await new LicenseInstallation(workspace.Client, writes).RunAsync(wanted, cancellationToken));
                apply.RecordSent(wanted);
            }

            if (result.At(LicenseFacts.Valid).Equals(TfValue.True) && result.At(LicenseFacts.Modules).IsUnknown)
            {
                // The server has the license already, perhaps from an apply that was killed.
                result = result.With(await LicenseInstallation.InEffectAsync(workspace.Client, cancellationToken));
            }

            workspace.Run.Of<LicenseRun>().Apply();
            return result;
        });
    }
}
