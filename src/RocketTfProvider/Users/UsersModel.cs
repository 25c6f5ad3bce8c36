using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Users;

/// <summary>The attributes of the data source <c>rocketchat_users</c>.</summary>
internal sealed record UsersModel : IModel<UsersModel>
{
    public Tf<ImmutableArray<string>> Usernames { get; init; }

    public Tf<ImmutableArray<string>> Emails { get; init; }

    public Tf<bool> Active { get; init; }

    public Tf<string> Role { get; init; }

    public Tf<string> Type { get; init; }

    public Tf<ImmutableArray<string>> Ids { get; init; }

    public TfValue Users { get; init; } = TfValue.Null;

    public static UsersModel Read(ModelReader reader) => new()
    {
        Usernames = reader.Strings("usernames"),
        Emails = reader.Strings("emails"),
        Active = reader.Bool("active"),
        Role = reader.String("role"),
        Type = reader.String("type"),
    };

    public void Write(ModelWriter writer) => writer
        .StringSet("usernames", Usernames)
        .StringSet("emails", Emails)
        .Bool("active", Active)
        .String("role", Role)
        .String("type", Type)
        .StringList("ids", Ids)
        .Raw("users", Users);
}
