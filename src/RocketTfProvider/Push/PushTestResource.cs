using System.Text.Json;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary><c>rocketchat_push_test</c>: a test notification, sent on create and whenever an argument changes.</summary>
internal sealed class PushTestResource(Workspace workspace) : Resource<PushTestModel>
{
    private const string OnlyId = "push_test";

    public override string TypeName => "rocketchat_push_test";

    public override Schema Schema => PushTestSchema.Instance;

    protected override async Task PlanAsync(PlanContext<PushTestModel> context, CancellationToken cancellationToken)
    {
        context.Planned = context.Planned with { Id = OnlyId };
        if (!workspace.ChecksPlans || !IsSent(context))
        {
            return;
        }

        var live = await workspace.Client.Settings.ReadAsync([PushSettingsTable.PushEnable], cancellationToken);
        if (live.GetValueOrDefault(PushSettingsTable.PushEnable) is { Value.ValueKind: JsonValueKind.False })
        {
            // Another resource of the run may enable push.
            context.Diagnostics.AddWarning(
                "Push notifications are off",
                "The setting `Push_enable` is false now, and the server sends no test notification while it is. Enable push first: set "
                + "`enabled = true` in `rocketchat_push_settings`, and let this resource depend on it.");
        }
    }

    protected override Task<PushTestModel> CreateAsync(ApplyContext<PushTestModel> context, CancellationToken cancellationToken) =>
        SendAsync(context, cancellationToken);

    protected override Task<PushTestModel> UpdateAsync(ApplyContext<PushTestModel> context, CancellationToken cancellationToken) =>
        SendAsync(context, cancellationToken);

    // A notification that was sent is nowhere to be read.
    protected override Task<PushTestModel?> ReadAsync(PushTestModel state, CallContext context, CancellationToken cancellationToken) =>
        Task.FromResult<PushTestModel?>(state);

    protected override Task DeleteAsync(PushTestModel prior, CallContext context, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected override Task<PushTestModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken) =>
        throw new DiagnosticException("Import not supported", "A test notification leaves nothing on the server that could be imported. "
            + "Create a new one.");

    // The results are unknown in a plan that sends the test.
    private static bool IsSent(PlanContext<PushTestModel> context) => context.Planned.Devices.IsUnknown;

    private async Task<PushTestModel> SendAsync(ApplyContext<PushTestModel> context, CancellationToken cancellationToken)
    {
        var devices = await workspace.Client.SendTestAsync(context.Planned.RequiredDevices, cancellationToken);
        return context.Planned with
        {
            Id = OnlyId,
            Devices = TfNumber.FromInt64(devices),
            Result = PushTestSending.Result(devices),
        };
    }
}
