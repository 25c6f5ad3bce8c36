using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.DataSources.Users;

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
        Usernames = reader.Texts("usernames"),
        Emails = reader.Texts("emails"),
        Active = reader.Truth("active"),
        Role = reader.Text("role"),
        Type = reader.Text("type"),
    };

    public void Write(ModelWriter writer) => writer
        .TextSet("usernames", Usernames)
        .TextSet("emails", Emails)
        .Truth("active", Active)
        .Text("role", Role)
        .Text("type", Type)
        .TextList("ids", Ids)
        .Raw("users", Users);
}
