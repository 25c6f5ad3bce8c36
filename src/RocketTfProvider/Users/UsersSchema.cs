using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Users;

/// <summary>The schema of the data source <c>rocketchat_users</c>.</summary>
internal static class UsersSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Lists users. With `usernames` or `emails`, exactly these users are looked up, and a missing user is an error; "
            + "without them, all users are listed. The other filters then apply.",
        Attributes =
        [
            new("usernames", TfType.Set(TfType.String), AttributeUse.Optional)
            {
                Description = "Users with these usernames, without `@`, case-sensitive. With `emails`, both are listed.",
                Validators = [Usernames],
            },
            new("emails", TfType.Set(TfType.String), AttributeUse.Optional)
            {
                Description = "Users with these email addresses, not case-sensitive. With `usernames`, both are listed.",
                Validators = [Emails],
            },
            new("active", TfType.Bool, AttributeUse.Optional)
            {
                Description = "`true` lists only active accounts, `false` only deactivated ones. Default: both.",
            },
            new("role", TfType.String, AttributeUse.Optional)
            {
                Description = "Only users who have this role in the workspace, such as `admin`. The role's id, not its description; "
                    + "roles in single rooms, such as `owner`, do not count.",
                Validators = [Validate.NotWhiteSpace],
            },
            new("type", TfType.String, AttributeUse.Optional)
            {
                Description = "Only accounts of this type: `user`, `bot` or `app`.",
                Validators = [Validate.OneOf("user", "bot", "app")],
            },
            new("ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "Ids of the users, in the order of `users`." },
            new("users", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "Users, ordered by id: a renamed user keeps their place in the list.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the user." },
        new("username", TfType.String, AttributeUse.Computed) { Description = "Username, without `@`." },
        .. UserSchema.Facts,
    ];

    private static AttributeValidator Usernames => (value, path, diagnostics) =>
    {
        foreach (var name in value.Elements.Where(
            name => name.IsPresent && (name.String.StartsWith('@') || string.IsNullOrWhiteSpace(name.String))))
        {
            diagnostics.Add(ObjectId.InvalidUsername(name.String, path));
        }
    };

    private static AttributeValidator Emails => (value, path, diagnostics) =>
    {
        foreach (var email in value.Elements.Where(email => email.IsPresent))
        {
            EmailAddress.Validator(email, path, diagnostics);
        }
    };
}
