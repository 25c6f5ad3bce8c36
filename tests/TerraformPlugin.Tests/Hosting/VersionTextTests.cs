using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>The versions that a person sees who looks for a vulnerable part.</summary>
public sealed class VersionTextTests
{
    [Fact]
    public void Of_Program_NamesTheRuntimeAndOpenSsl()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have cryptography of their own.");

        Assert.Matches(
            @"^terraform-provider-x 1\.2\.3\n\.NET 10\.\d+\.\d+, OpenSSL 3\.\d+\.\d+$",
            VersionText.Of("terraform-provider-x", "1.2.3"));
    }
}
