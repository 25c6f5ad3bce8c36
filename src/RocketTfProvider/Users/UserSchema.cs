using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Users;

/// <summary>The schema of the data source <c>rocketchat_user</c>.</summary>
internal static class UserSchema
{
    public static AttributeValidator Email { get; } = (value, path, diagnostics) =>
    {
        if (!value.String.Contains('@'))
        {
            diagnostics.AddError("Invalid e-mail address", $"`{path}` must be an address such as `alice@example.org`, not `{value.String}`.", path);
        }
    };

    /// <summary>What is told about a user besides the id and the user name.</summary>
    public static ImmutableArray<SchemaAttribute> Facts { get; } =
    [
        new("name", TfType.String, AttributeUse.Computed) { Description = "The name that people see." },
        new("active", TfType.Bool, AttributeUse.Computed)
        {
            Description = "Whether the account is active. A deactivated user keeps what it owns, but cannot act. Null if the server does not tell.",
        },
        new("type", TfType.String, AttributeUse.Computed) { Description = "`user`, `bot` or `app`; null if the server does not tell." },
    ];

    public static Schema Instance { get; } = new()
    {
        Description = "Finds one user by id, by user name, or by e-mail address.",
        Validators = [Validate.ExactlyOneOf("id", "username", "email")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user. One of this, `username` and `email`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Name of the user, without `@`, with the capitals that it has. One of this, `id` and `email`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
            },
            new("email", TfType.String, AttributeUse.Optional)
            {
                Description = "An e-mail address of the user; capitals do not matter. One of this, `id` and `username`. The state holds it only if you write it here.",
                Validators = [Validate.NotWhiteSpace, Email],
            },
            .. Facts,
        ],
    };
}
