using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The schema of <c>rocketchat_push_test</c>.</summary>
internal static class PushTestSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Sends a test notification to the mobile devices of the account that the provider uses, when the resource is created "
            + "and whenever its "
            + "arguments change.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Constant: `push_test`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("triggers", TfType.Map(TfType.String), AttributeUse.Optional)
            {
                Description = "Arbitrary values; when one changes, the test is sent again. Put here what the test depends on, such as the "
                    + "gateway's address.",
            },
            new("required_devices", TfType.Number, AttributeUse.OptionalComputed)
            {
                Description = "Number of devices that the test must reach; with fewer, the apply fails. Default `0`: an account that has "
                    + "never used the mobile "
                    + "app has no devices, which is normal for the account of a CI.",
                Default = TfValue.Of(TfNumber.FromInt64(0)),
                Validators = [Validate.Integer(0, int.MaxValue)],
            },
            new("devices", TfType.Number, AttributeUse.Computed)
            {
                Description = "Number of devices that the server forwarded a notification for. The server does not report whether the "
                    + "gateway accepted "
                    + "the notification or whether it arrived.",
            },
            new("result", TfType.String, AttributeUse.Computed)
            {
                Description = "Description of the result.",
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
