using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The action <c>rocketchat_push_test</c>: a test notification to the account's own devices.</summary>
internal sealed class PushTestAction(Workspace workspace) : ProviderAction<PushTestActionModel>
{
    public override string TypeName => "rocketchat_push_test";

    public override Schema Schema { get; } = new()
    {
        Description = "Sends a test notification to the mobile devices of the account that the provider uses.",
        Attributes =
        [
            new(PushTestSending.RequiredDevices, TfType.Number, AttributeUse.Optional)
            {
                Description = "Number of devices that the test must reach; with fewer, the action fails. Default `0`: an account that has "
                    + "never used the mobile app has no devices.",
                Validators = [TerraformPlugin.Schemas.Validate.Integer(0, int.MaxValue)],
            },
        ],
    };

    protected override async Task InvokeAsync(PushTestActionModel config, ActionContext context, CancellationToken cancellationToken)
    {
        await context.ReportAsync("Sending a test notification");
        var devices = await workspace.Client.SendTestAsync(config.RequiredDevices, cancellationToken);
        await context.ReportAsync($"Test notification {PushTestSending.Result(devices)}");
    }
}
