namespace Xunit;

/// <summary>What the tests use of the class of this name that xunit has from version 3 on.</summary>
public sealed class TestContext
{
    public static TestContext Current { get; } = new();

    public CancellationToken CancellationToken { get; }
}
