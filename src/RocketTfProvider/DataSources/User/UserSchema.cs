using RocketTfProvider.Resources;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.DataSources.User;

/// <summary>The schema of the data source <c>rocketchat_user</c>.</summary>
internal static class UserSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Finds one user by id or by user name.",
        Validators = [Validate.ExactlyOneOf("id", "username")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user. Either this or `username`.",
                Validators = [Validate.NotBlank, ObjectId.Validator],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Name of the user, without `@`, with the capitals that it has. Either this or `id`.",
                Validators = [Validate.NotBlank, ObjectId.NoAtSign],
            },
            new("name", TfType.String, AttributeUse.Computed) { Description = "The name that people see." },
            new("active", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the account is active. A deactivated user keeps what it owns, but cannot act. Null if the server does not tell.",
            },
            new("type", TfType.String, AttributeUse.Computed) { Description = "`user`, `bot` or `app`; null if the server does not tell." },
        ],
    };
}
