using TerraformPlugin.Models;

namespace RocketTfProvider.DataSources.User;

/// <summary>The attributes of the data source <c>rocketchat_user</c>.</summary>
internal sealed record UserModel : IModel<UserModel>
{
    public Tf<string> Id { get; init; }

    public Tf<string> Username { get; init; }

    public Tf<string> Name { get; init; }

    public Tf<bool> Active { get; init; }

    public Tf<string> Type { get; init; }

    public static UserModel Read(ModelReader reader) => new() { Id = reader.Text("id"), Username = reader.Text("username") };

    public void Write(ModelWriter writer) => writer
        .Text("id", Id)
        .Text("username", Username)
        .Text("name", Name)
        .Truth("active", Active)
        .Text("type", Type);
}
