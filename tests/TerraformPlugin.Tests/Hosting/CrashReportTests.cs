using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class CrashReportTests
{
    [Fact]
    public void Format_Exception_BeginsLikeAPanic()
    {
        var report = CrashReport.Format(new InvalidOperationException("out of luck"));

        Assert.StartsWith("panic: System.InvalidOperationException: out of luck", report, StringComparison.Ordinal);
        Assert.EndsWith("\n", report, StringComparison.Ordinal);
    }
}
