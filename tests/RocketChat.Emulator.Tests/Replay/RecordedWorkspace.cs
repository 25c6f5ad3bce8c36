using System.Globalization;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>A real server's life in files: the workspace it began with, and what was recorded from it, in order.</summary>
internal sealed record RecordedWorkspace(string Profile, WorkspaceSeed Seed, IReadOnlyList<string> Files)
{
    private static readonly string[] FirstLife =
    [
        "01-info-login", "02-users", "03-tokens", "04-rooms", "05-roles", "08-2fa", "09-settings", "11-federation-no-dns",
        "12-cloud-offline", "13-push", "14-rate-limit",
    ];

    private static readonly string[] FirstLifeOf8 =
    [
        "01-info-login", "02-users", "03-tokens", "04-rooms", "05-roles", "09-settings", "11-federation-no-dns", "13-push",
    ];

    public static IReadOnlyList<RecordedWorkspace> All { get; } =
    [
        Of("3.11", "3.11.1", "m5cF7ocMdLTqaAvsW", "admin", "2026-11-23T04:00:40Z", FirstLife),
        Of("3.11", "3.11.1", "ALPESWwnWyMYkCX6J", "admin", "2026-11-23T04:00:40Z", ["16-cloud-fake"]),
        Of("6.5", "6.5.3", "6b03c1ab51380b7a198dbc53", "rcadmin", "2026-11-23T04:31:39Z", FirstLife),
        Of("6.5", "6.5.3", "6b03c2561ab111e22852d11d", "rcadmin", "2026-11-23T04:34:30Z", ["16-cloud-fake"]),
        Of("8.6", "8.6.1", "6b0c48223f4aa062c2dabcbe", "rcadmin", "2026-11-29T15:43:20Z", FirstLifeOf8),
        Of("8.6", "8.6.1", "6b0c5107090e180319a73954", "rcadmin", "2026-11-29T16:21:10Z", ["16-cloud-fake"]),
        new(
            "8.6",
            RoomsOfEveryKind.Seed,
            ["8.6.1_20-roles-rest.txt", "8.6.1_21-cloud-rest.txt", "8.6.1_23-rooms-more.txt"]),
    ];

    private static RecordedWorkspace Of(
        string profile, string version, string adminId, string admin, string created, IEnumerable<string> files) => new(
            profile,
            SeedOf(
                adminId,
                admin,
                version == "8.6.1" ? "Admin-pass-1" : "adminpass",
                DateTimeOffset.Parse(created, CultureInfo.InvariantCulture)),
            [.. files.Select(file => $"{version}_{file}.txt")]);

    private static WorkspaceSeed SeedOf(string adminId, string admin, string password, DateTimeOffset created) => new()
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
                Password = password,
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
