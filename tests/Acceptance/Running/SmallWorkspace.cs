using RocketChat.Emulator.Seeding;

namespace Acceptance.Running;

/// <summary>A workspace with an administrator and a few people, for cases that bring rooms of their own.</summary>
internal static class SmallWorkspace
{
    public const string Alice = "aliceAliceAlice01";
    public const string Bob = "bobBobBobBobBob01";

    /// <summary>The built-in administrator, whose token needs no second factor.</summary>
    public static UserSeed Administrator => new()
    {
        Id = DefaultSeed.AdminId,
        Username = DefaultSeed.AdminUsername,
        Roles = ["admin"],
        Tokens = [new TokenSeed { Name = "terraform", Token = DefaultSeed.AdminToken, BypassTwoFactor = true }],
    };

    public static WorkspaceSeed With(params RoomSeed[] rooms) => new()
    {
        Users =
        [
            Administrator,
            new UserSeed { Id = Alice, Username = "alice" },
            new UserSeed { Id = Bob, Username = "bob" },
            new UserSeed { Id = "carolCarolCarol01", Username = "carol" },
        ],
        Rooms = rooms,
    };
}
