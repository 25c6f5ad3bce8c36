using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The schema of <c>rocketchat_push_test</c>.</summary>
internal static class PushTestSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Sends a test notification to the mobile devices of the account that the provider uses, when it is created and whenever its "
            + "arguments change.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Always `push_test`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("triggers", TfType.Map(TfType.String), AttributeUse.Optional)
            {
                Description = "Any values; when one changes, the test is sent again. Name here what the test depends on, such as the gateway's address.",
            },
            new("required_devices", TfType.Number, AttributeUse.OptionalComputed)
            {
                Description = "The number of devices that the test must reach, or else the apply fails. Default 0: an account that never used the mobile "
                    + "app has none, which is the normal case for a token of a CI.",
                Default = TfValue.Of(TfNumber.FromInt64(0)),
                Validators = [Validate.Integer(0, int.MaxValue)],
            },
            new("devices", TfType.Number, AttributeUse.Computed)
            {
                Description = "The number of devices for which the server handed a notification on. Whether the gateway took it and whether it arrived "
                    + "the server does not tell.",
            },
            new("result", TfType.String, AttributeUse.Computed)
            {
                Description = "The result in words.",
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
