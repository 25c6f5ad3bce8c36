using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Authentication;

/// <summary>
/// Codes by email, as the sources have them (<c>EmailCheck</c> of 3.11, 6.14 and 8.6): one is sent when it is first missed, and another
/// only
/// when that one is over or was guessed at too often.
/// </summary>
internal static class EmailCodes
{
    /// <summary>The code that every email of the emulator would hold, if it sent any.</summary>
    public const string Code = "424242";

    // The server means not to count on a code that is about to expire, but looks five minutes back instead of ahead.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>Sends a code unless one is on its way.</summary>
    /// <returns>The part of the challenge that is about the code.</returns>
    public static JsonObject Send(EndpointCall call, User user, Func<DateTimeOffset, JsonNode> moment)
    {
        var (now, sent) = (call.Workspace.Now, user.EmailCode);
        if (sent?.ExpiresAt < now)
        {
            user.EmailCode = null;
        }

        if (sent?.ExpiresAt > now - Grace && !IsExhausted(call, sent))
        {
            return call.Profile.CountsEmailCodeTries
                ? new JsonObject { ["codeGenerated"] = false, ["codeExpires"] = moment(sent.ExpiresAt) }
                : new JsonObject { ["codeGenerated"] = false, ["codeCount"] = 1, ["codeExpires"] = new JsonArray(moment(sent.ExpiresAt)) };
        }

        user.EmailCode = new SentCode(
            now.AddSeconds(call.Workspace.Settings.Integer("Accounts_TwoFactorAuthentication_By_Email_Code_Expiration", 3600)));
        return new JsonObject { ["codeGenerated"] = true };
    }

    /// <summary>Whether the code is the one that was sent before this call; it then is used up.</summary>
    public static bool Takes(EndpointCall call, User user, SentCode? sent, string code)
    {
        if (sent is null || sent.ExpiresAt < call.Workspace.Now)
        {
            return false;
        }

        if (string.Concat(code.Where(char.IsAsciiDigit)) == Code)
        {
            user.EmailCode = null;
            return true;
        }

        user.EmailCode = user.EmailCode is { } present ? present with { WrongTries = present.WrongTries + 1 } : null;
        return false;
    }

    /// <summary>Whether too many wrong codes were tried.</summary>
    public static bool IsExhausted(EndpointCall call, SentCode? sent) =>
        call.Profile.CountsEmailCodeTries
        && sent?.WrongTries >= call.Workspace.Settings.Integer("Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts", 5);
}
