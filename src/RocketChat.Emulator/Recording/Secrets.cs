using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Recording;

/// <summary>Keeps secrets out of logs.</summary>
internal static partial class Secrets
{
    /// <summary>The body without passwords, digests, codes and tokens.</summary>
    public static string Hidden(string body) => FormField().Replace(JsonField().Replace(body, "$1\"***\""), "$1***");

    [GeneratedRegex(
        """(\\?"(?:password|pass|digest|code|token|resume|authToken|twoFactorCode|cloudBlob|license|joinCode)\\?"\s*:\s*)"""
        + """\\?"(?:[^"\\]|\\.)*?\\?"(?=\s*[,}\\])""")]
    private static partial Regex JsonField();

    [GeneratedRegex("""(?<=^|&)((?:password|pass|code|token|resume|cloudBlob|license|joinCode)=)[^&]*""")]
    private static partial Regex FormField();
}
