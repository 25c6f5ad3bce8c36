using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class CrashReportTests
{
    [Fact]
    public void Format_Exception_BeginsLikeAPanicAndNamesTheCauses()
    {
        var report = CrashReport.Format(Thrown());

        Assert.StartsWith("panic: System.InvalidOperationException\n   at TerraformPlugin.Tests.", report, StringComparison.Ordinal);
        Assert.Contains("\ncaused by: System.IO.IOException\n   at TerraformPlugin.Tests.", report, StringComparison.Ordinal);
        Assert.EndsWith("\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_ExceptionThatWasNeverThrown_IsItsType() =>
        Assert.Equal("panic: System.InvalidOperationException\n", CrashReport.Format(new InvalidOperationException("hunter2")));

    [Fact]
    public void Format_MessagesOfExceptions_AreLeftOut() =>
        Assert.DoesNotContain("hunter2", CrashReport.Format(Thrown()), StringComparison.Ordinal);

    private static InvalidOperationException Thrown() => Assert.Throws<InvalidOperationException>(static void () =>
    {
        try
        {
            throw new IOException("hunter2");
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException("hunter2 again", exception);
        }
    });
}
