using Acceptance.Running;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Acceptance.Running;

/// <summary>
/// Begins with the classes that take minutes, so that no core waits for the last of them at the end. The runner of xunit v3 gives all
/// classes to the thread pool at once, which takes the last one of such a list first.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(EverySettingTests),
        nameof(KilledProviderTests),
        nameof(KilledCliTests),
        nameof(ExampleTests),
        nameof(RecordedStatesTests),
        nameof(WorkspaceRegistrationTests),
        nameof(PushSettingsTests),
        nameof(SpecialRoomTests),
        nameof(DemoTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderByDescending(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(
            Longest, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
