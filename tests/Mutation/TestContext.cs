namespace Xunit;

/// <summary>The members that the tests use of the class of this name in xunit v3.</summary>
public sealed class TestContext
{
    public static TestContext Current { get; } = new();

    public CancellationToken CancellationToken { get; }
}
