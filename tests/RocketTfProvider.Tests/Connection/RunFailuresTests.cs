using RocketChat.Client.Errors;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Tests.Connection;

public sealed class RunFailuresTests
{
    [Theory]
    [InlineData(RocketChatErrorKind.Unreachable)]
    [InlineData(RocketChatErrorKind.ProxyFailure)]
    [InlineData(RocketChatErrorKind.TlsFailure)]
    [InlineData(RocketChatErrorKind.Unauthorized)]
    [InlineData(RocketChatErrorKind.NotRocketChat)]
    public void Describe_ProblemOfTheWholeRun_IsInFullOnlyOnce(RocketChatErrorKind kind)
    {
        var failures = new RunFailures();

        var first = failures.Describe(new RocketChatException(kind, "It failed at GET /a"));
        var second = failures.Describe(new RocketChatException(kind, "It failed at GET /b"));

        Assert.StartsWith("It failed at GET /a.", first.Detail, StringComparison.Ordinal);
        Assert.Equal(first.Summary, second.Summary);
        Assert.Equal("Another error with this title has the details.", second.Detail);
    }

    [Fact]
    public void Describe_AnotherProblem_IsInFull()
    {
        var failures = new RunFailures();
        failures.Describe(
            new RocketChatException(RocketChatErrorKind.NotRocketChat, "One") { StatusCode = 200, ServerMessage = "Welcome" });

        var other = failures.Describe(
            new RocketChatException(RocketChatErrorKind.NotRocketChat, "Two") { StatusCode = 403, ServerMessage = "Blocked" });

        Assert.StartsWith("Two.", other.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_ProblemOfOneObject_IsAlwaysInFull()
    {
        var failures = new RunFailures();

        Assert.All(Enumerable.Range(0, 3), _ => Assert.StartsWith(
            "No.", failures.Describe(new RocketChatException(RocketChatErrorKind.Forbidden, "No")).Detail, StringComparison.Ordinal));
    }
}
