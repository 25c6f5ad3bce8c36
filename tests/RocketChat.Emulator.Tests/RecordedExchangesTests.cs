using Acceptance.Running;
using RocketChat.Emulator.Tests.Replay;

namespace RocketChat.Emulator.Tests;

/// <summary>The emulator answers as real servers did.</summary>
public sealed class RecordedExchangesTests(ITestOutputHelper output)
{
    /// <summary>The number of exchanges that must match. It goes up when more do, and never down.</summary>
    private const int Floor = 1383;

    [Fact]
    public async Task Replay_EveryRecordedExchange_MatchesAtLeastTheFloor()
    {
        var score = new ReplayScore(0, 0, 0, []);
        foreach (var workspace in RecordedWorkspace.All)
        {
            score += await Replayer.ReplayAsync(workspace, TestContext.Current.CancellationToken);
        }

        output.WriteLine(score.ToString());
        await WriteToArtifactsAsync(score);

        Assert.True(score.Matched >= Floor, $"{score}, but the floor is {Floor}\n{string.Join('\n', score.Mismatches)}");
        Assert.True(score.Mismatches.Count == 0, string.Join('\n', score.Mismatches));
    }

    private static async Task WriteToArtifactsAsync(ReplayScore score)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "recorded-exchanges.txt"), $"{score}\n", TestContext.Current.CancellationToken);
    }
}
