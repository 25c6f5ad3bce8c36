using TerraformPlugin.Models;

namespace RocketTfProvider.Users;

/// <summary>The attributes of a user in data sources.</summary>
internal sealed record UserFacts : IModel<UserFacts>
{
    public Tf<string> Id { get; init; }

    public Tf<string> Username { get; init; }

    public Tf<string> Name { get; init; }

    public Tf<bool> Active { get; init; }

    public Tf<string> Type { get; init; }

    public static UserFacts Of(RocketChat.Client.Users.User user) => new()
    {
        Id = user.Id,
        Username = user.Username,
        Name = user.Name,
        Active = user.Active is { } active ? active : Tf<bool>.Null,
        Type = user.Type,
    };

    public static UserFacts Read(ModelReader reader) => new() { Id = reader.String("id"), Username = reader.String("username") };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .String("username", Username)
        .String("name", Name)
        .Bool("active", Active)
        .String("type", Type);
}
