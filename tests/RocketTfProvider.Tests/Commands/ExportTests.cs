using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;

namespace RocketTfProvider.Tests.Commands;

/// <summary>The command <c>export</c> without a CLI: its calls, and what it leaves behind when it ends early.</summary>
public sealed class ExportTests : IDisposable
{
    private const int Rooms = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;

    private string Out => Path.Combine(_folder, "chat");

    [Fact]
    public async Task Export_OfAThousandRooms_NeedsFewCalls()
    {
        await using var run = await CommandRun.StartAsync(new() { Seed = ManyRooms() });

        Assert.Equal(0, await run.RunAsync("export", "--out", Out));

        // Ten pages of rooms, and the owners by their few users; not one call for each room.
        // (Settings are another matter: one that the license does not cover is read by itself.)
        var requests = run.Server.Requests.Select(request => request.ToString());
        Assert.InRange(requests.Count(request => !request.Contains("settings", StringComparison.Ordinal)), 1, 60);
        Assert.Contains($"{Rooms} rocketchat_room_owners", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ThatFailsHalfway_LeavesNothing()
    {
        await using var run = await CommandRun.StartAsync();
        run.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "/api/v1/settings*", Status = 400 });

        Assert.Equal(2, await run.RunAsync("export", "--out", Out, "--max-retries", "0"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Export_WithUnknownPart_SaysWhichThereAre()
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(2, await run.RunAsync("export", "--out", Out, "--only", "owners,users"));

        Assert.Contains("Error: Unknown part", run.ErrorOutput, StringComparison.Ordinal);
        Assert.Contains("registration, federation", run.ErrorOutput.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task Help_OffersNoOptionForASecret()
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(0, await run.RunAsync("export", "--help"));

        Assert.DoesNotContain("--auth-token", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static WorkspaceSeed ManyRooms()
    {
        MemberSeed[] owners = [new MemberSeed { Username = "admin", Roles = ["owner"] }];
        return Acceptance.Running.SmallWorkspace.With([.. Enumerable.Range(0, Rooms).Select(n => new RoomSeed
        {
            Id = $"room{n:D13}",
            Name = $"room-{n}",
            Type = "c",
            Members = owners,
        })]);
    }
}
