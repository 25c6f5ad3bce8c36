using System.Security.Cryptography;

namespace TerraformPlugin.Hosting;

/// <summary>The versions of a program and of what it contains, for people who look for a vulnerable one.</summary>
internal static class VersionText
{
    /// <summary>The program's name and version, then the runtime and OpenSSL, which a static program carries along.</summary>
    public static string Of(string program, string version) => $"{program} {version}\n.NET {Environment.Version}{OpenSsl()}";

    // OPENSSL_VERSION_NUMBER of OpenSSL 3: one digit for the major version, two each for minor, fix and patch (openssl/opensslv.h).
    private static string OpenSsl()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        try
        {
            var number = SafeEvpPKeyHandle.OpenSslVersion;
            return $", OpenSSL {number >> 28}.{(number >> 20) & 0xFF}.{(number >> 4) & 0xFF}";
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or DllNotFoundException or TypeInitializationException)
        {
            return ", without OpenSSL";
        }
    }
}
