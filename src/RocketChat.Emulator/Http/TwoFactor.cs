using System.Text.Json.Nodes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Http;

/// <summary>The second factor: who is asked for one, and what answers it.</summary>
internal static class TwoFactor
{
    /// <summary>What a login of this user lacks, or null.</summary>
    public static ApiException? ChallengeAtLogin(ApiCall call, User user)
    {
        if (!user.EmailTwoFactor || call.Body.ContainsKey("code"))
        {
            return null;
        }
        var details = new JsonObject { ["method"] = "email", ["codeGenerated"] = true, ["availableMethods"] = JsonText.Array(["email"]) };
        if (call.Profile.EmailChallengeNamesUser)
        {
            details["emailOrUsername"] = user.Username;
        }
        return new ApiException("totp-required", "TOTP Required", details);
    }
}
