using System.Globalization;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>A real server's life in files: the workspace it began with, and what was recorded from it, in order.</summary>
internal sealed record RecordedWorkspace(string Profile, WorkspaceSeed Seed, IReadOnlyList<string> Files)
{
    private static readonly string[] FirstLife =
    [
        "01-info-login", "02-users", "03-tokens", "04-rooms", "05-roles", "08-2fa", "09-settings", "11-federation-no-dns", "12-cloud-offline",
        "13-push", "14-rate-limit",
    ];

    public static IReadOnlyList<RecordedWorkspace> All { get; } =
    [
        Of("3.11", "3.11.1", "m5cF7ocMdLTqaAvsW", "admin", "2026-11-23T04:00:40Z", FirstLife),
        Of("3.11", "3.11.1", "ALPESWwnWyMYkCX6J", "admin", "2026-11-23T04:00:40Z", ["16-cloud-fake"]),
        Of("6.5", "6.5.3", "6b03c1ab51380b7a198dbc53", "rcadmin", "2026-11-23T04:31:39Z", FirstLife),
        Of("6.5", "6.5.3", "6b03c2561ab111e22852d11d", "rcadmin", "2026-11-23T04:34:30Z", ["16-cloud-fake"]),
    ];

    private static RecordedWorkspace Of(
        string profile, string version, string adminId, string admin, string created, IEnumerable<string> files) => new(
            profile,
            SeedOf(adminId, admin, DateTimeOffset.Parse(created, CultureInfo.InvariantCulture)),
            [.. files.Select(file => $"{version}_{file}.txt")]);

    private static WorkspaceSeed SeedOf(string adminId, string admin, DateTimeOffset created) => new()
    {
        Users =
        [
            new UserSeed
            {
                Id = "rocket.cat",
                Username = "rocket.cat",
                Name = "Rocket.Cat",
                Roles = ["bot"],
                Type = "bot",
                UtcOffset = 0,
                CreatedAt = created,
            },
            new UserSeed
            {
                Id = adminId,
                Username = admin,
                Name = "Admin",
                Password = "adminpass",
                Roles = ["admin"],
                Email = "admin@example.com",
                UtcOffset = 0,
                CreatedAt = created,
            },
        ],
        Rooms =
        [
            new RoomSeed
            {
                Id = "GENERAL",
                Name = "general",
                Type = "c",
                Default = true,
                CreatedAt = created,
                Creator = "rocket.cat",
                Members = [new MemberSeed { Username = admin }],
            },
        ],
    };
}
