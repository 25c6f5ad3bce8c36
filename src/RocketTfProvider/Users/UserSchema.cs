using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Users;

/// <summary>The schema of the data source <c>rocketchat_user</c>.</summary>
internal static class UserSchema
{
    /// <summary>The computed attributes of a user besides the id and the username.</summary>
    public static ImmutableArray<SchemaAttribute> Facts { get; } =
    [
        new("name", TfType.String, AttributeUse.Computed) { Description = "Display name." },
        new("active", TfType.Bool, AttributeUse.Computed)
        {
            Description = "Whether the account is active. A deactivated user stays an owner of rooms, but cannot act. Null if the server "
                + "does not show it to this account.",
        },
        new("type", TfType.String, AttributeUse.Computed)
        {
            Description = "Type of the account: `user`, `bot` or `app`; null if the server does not show it to this account.",
        },
    ];

    public static Schema Instance { get; } = new()
    {
        Description = "Finds one user by id, username, or email address.",
        Validators = [Validate.ExactlyOneOf("id", "username", "email")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user. Set exactly one of `id`, `username` and `email`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Username, without `@`, case-sensitive. Set exactly one of `id`, `username` and `email`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
            },
            new("email", TfType.String, AttributeUse.Optional)
            {
                Description = "Email address of the user, not case-sensitive. Set exactly one of `id`, `username` and `email`. The state "
                    + "has it only if it is set here.",
                Validators = [Validate.NotWhiteSpace, EmailAddress.Validator],
            },
            .. Facts,
        ],
    };
}
