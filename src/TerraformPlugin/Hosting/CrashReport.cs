using System.Text;

namespace TerraformPlugin.Hosting;

/// <summary>Reports a crash to the CLI in the form of a Go panic, which the CLI shows to the user.</summary>
internal static class CrashReport
{
    /// <summary>The exit code of a program that crashed.</summary>
    public const int ExitCode = 2;

    /// <summary>Reports unhandled exceptions, and ends the process in order.</summary>
    public static void WatchUnhandledExceptions() => AppDomain.CurrentDomain.UnhandledException += (_, crash) =>
    {
        Write((Exception)crash.ExceptionObject);
        Environment.Exit(ExitCode);
    };

    /// <summary>Writes the exception to stderr.</summary>
    public static void Write(Exception exception)
    {
        using var stderr = Console.OpenStandardError();
        try
        {
            stderr.Write(Encoding.UTF8.GetBytes(Format(exception)));
        }
        catch (IOException)
        {
            // No reader is left.
        }
    }

    /// <summary>
    /// The lines of the report: types and stack traces of the exception and its causes. Their messages may hold a secret, or what a
    /// terminal would obey.
    /// </summary>
    public static string Format(Exception exception)
    {
        var report = new StringBuilder("panic: ");
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            report.Append(cause == exception ? "" : "caused by: ").Append(cause.GetType()).Append('\n');
            report.Append(cause.StackTrace is { } trace ? trace + "\n" : "");
        }

        return report.ToString();
    }
}
