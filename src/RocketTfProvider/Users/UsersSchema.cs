using System.Collections.Immutable;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Users;

/// <summary>The schema of the data source <c>rocketchat_users</c>.</summary>
internal static class UsersSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Lists users. With `usernames` or `emails`, exactly those are looked up, and one who is missing is an error; without, all users "
            + "are listed. The other filters then choose among them.",
        Attributes =
        [
            new("usernames", TfType.Set(TfType.String), AttributeUse.Optional)
            {
                Description = "The users with these names, without `@`, with the capitals that they have. With `emails`, both are listed.",
                Validators = [Usernames],
            },
            new("emails", TfType.Set(TfType.String), AttributeUse.Optional)
            {
                Description = "The users with these e-mail addresses; capitals do not matter. With `usernames`, both are listed.",
                Validators = [Emails],
            },
            new("active", TfType.Bool, AttributeUse.Optional)
            {
                Description = "`true` for active accounts only, `false` for deactivated ones only; both if not set.",
            },
            new("role", TfType.String, AttributeUse.Optional)
            {
                Description = "Only users who have this role in the whole workspace, such as `admin`. It is the role's id, not its description; "
                    + "roles in single rooms, such as `owner`, do not count.",
                Validators = [Validate.NotWhiteSpace],
            },
            new("type", TfType.String, AttributeUse.Optional)
            {
                Description = "Only accounts of this type: `user`, `bot` or `app`.",
                Validators = [Validate.OneOf("user", "bot", "app")],
            },
            new("ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "The ids of the users, in the order of `users`." },
            new("users", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "The users, in the order of their ids: a user who is renamed keeps the place.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the user." },
        new("username", TfType.String, AttributeUse.Computed) { Description = "Name of the user, without `@`." },
        .. UserSchema.Facts,
    ];

    private static AttributeValidator Usernames => (value, path, diagnostics) =>
    {
        foreach (var name in value.Elements.Where(name => name.IsPresent && (name.String.StartsWith('@') || string.IsNullOrWhiteSpace(name.String))))
        {
            diagnostics.AddError("Invalid user name", $"`{path}` holds user names, without `@`; `{name.String}` is none.", path);
        }
    };

    private static AttributeValidator Emails => (value, path, diagnostics) =>
    {
        foreach (var email in value.Elements.Where(email => email.IsPresent))
        {
            UserSchema.Email(email, path, diagnostics);
        }
    };
}
