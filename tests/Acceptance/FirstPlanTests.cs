using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>
/// The lines of each example's first plan that are known only after the apply: <c>FirstPlans.txt</c> has their number, which may not rise.
/// The output shows it, with the calls of the first, the second and the destroy plan.
/// </summary>
public sealed class FirstPlanTests
{
    private const string Unknown = "(known after apply)";

    private static readonly IReadOnlyDictionary<string, int> Recorded = File
        .ReadLines(Repository.PathOf("tests", "Acceptance", "FirstPlans.txt")).Where(line => line.Contains('|'))
        .Select(line => line.Split('|'))
        .ToDictionary(parts => parts[0].Trim(), parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));

    public static TheoryData<Example> Examples => [.. Example.All.Where(example => example.Needs is null && example.HasResources)];

    [Theory, MemberData(nameof(Examples))]
    public async Task FirstPlan_OfAnExample_LeavesNoMoreUnknownThanRecorded(Example example)
    {
        await using var fixture = await ExampleTests.SetAsync(Toolchain.Shipped, example);
        fixture.ForgetRequests();

        var first = await fixture.Cli.PlanAsync();
        var unknown = first.Output.Split('\n').Count(line => line.Contains(Unknown, StringComparison.Ordinal));
        var firstCalls = Calls();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Calls();
        await fixture.Cli.PlanAsync();
        var secondCalls = Calls();
        await fixture.Cli.PlanAsync("-destroy");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{example.Name} | {unknown} | calls: first plan {firstCalls}, second plan {secondCalls}, destroy plan {Calls()}");

        Assert.InRange(unknown, 0, Recorded.GetValueOrDefault(example.Name.Replace('\\', '/')));

        int Calls()
        {
            var calls = fixture.Requests.Count();
            fixture.ForgetRequests();
            return calls;
        }
    }
}
