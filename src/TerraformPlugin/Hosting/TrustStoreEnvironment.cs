using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Keeps OpenSSL's default trust store out of this process. The two sides of the plugin's TLS know each other's certificate, but the
/// runtime builds a chain for each of them, and reads every root certificate of the machine first: 100 ms at each start, and a command
/// starts a plugin several times. Source of the variables: <c>SSL_CTX_set_default_verify_paths(3)</c> of OpenSSL.
/// </summary>
/// <remarks>
/// Code that needs the machine's roots (https) loads them itself, from where the user's own values point.
/// <see cref="Environment.GetEnvironmentVariable(string)"/> still returns those: the managed environment is a copy, made before the change,
/// and child processes get that copy.
/// </remarks>
internal static partial class TrustStoreEnvironment
{
    private const string EmptyStore = "/dev/null";

    /// <summary>
    /// Points OpenSSL to an empty store; to be called before the first certificate is used. Linux only: other systems have their own.
    /// </summary>
    public static void Empty()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // The runtime copies the environment when it is first listed.
        _ = Environment.GetEnvironmentVariables();
        Set("SSL_CERT_FILE", EmptyStore, overwrite: 1);
        Set("SSL_CERT_DIR", EmptyStore, overwrite: 1);
    }

    // Environment.SetEnvironmentVariable changes only the managed copy, which OpenSSL does not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);
}
