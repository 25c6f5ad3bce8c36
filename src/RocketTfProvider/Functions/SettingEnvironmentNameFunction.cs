using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Functions;

/// <summary><c>setting_environment_name</c>: the variable by which the server's environment sets a setting.</summary>
internal sealed class SettingEnvironmentNameFunction : Function
{
    private const string SettingId = "setting_id";

    public override string Name => "setting_environment_name";

    public override FunctionSignature Signature => field ??= new()
    {
        Summary = "Environment variable of a setting",
        Description = "Returns the name of the environment variable that gives a setting its value at each start of the Rocket.Chat "
            + "server. A setting with such a variable must not be managed by a resource: the server takes the change back.",
        Parameters = [new(SettingId, TfType.String, "Id of the setting, such as `Message_MaxAllowedSize`.")],
        ReturnType = TfType.String,
    };

    protected override TfValue Call(ModelReader arguments)
    {
        var id = arguments.String(SettingId).Value;
        return id.Length > 0 && ObjectId.IsValid(id)
            ? TfValue.Of($"OVERWRITE_SETTING_{id}")
            : throw new FunctionException(
                SettingId, $"{id.Quoted()} is not a setting id. Write the id as the API shows it, such as `Message_MaxAllowedSize`.");
    }
}
