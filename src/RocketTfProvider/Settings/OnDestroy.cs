using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The treatment of the settings by a destroy.</summary>
internal static class OnDestroy
{
    public const string Name = "on_destroy";
    public const string Keep = "keep";
    public const string Reset = "reset";
    public const string Restore = "restore";

    /// <summary>The mode of a stored object.</summary>
    public static string Of(SettingsModel prior) => prior.At(Name) is { IsPresent: true } chosen ? chosen.String : Keep;

    public static SchemaAttribute Attribute { get; } = new(Name, TfType.String, AttributeUse.OptionalComputed)
    {
        Description = "Decides what a destroy does with the settings that have a value here: `keep` (the default) leaves them as they are; "
            + "`reset` sets them to the "
            + "defaults of the server's version; `restore` sets them to the values from before this resource managed them, "
            + "which the private state holds (in clear text, secrets too). The value of the last apply is used.",
        Default = TfValue.Of(Keep),
        Validators = [Validate.OneOf(Keep, Reset, Restore)],
    };
}
