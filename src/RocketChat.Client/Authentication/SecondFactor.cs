using System.Security.Cryptography;
using System.Text;

namespace RocketChat.Client;

/// <summary>
/// Answers the server's challenge for a second factor where we hold one: the hash of the password, or a time-based code. A mailed code
/// we can never give, and asking again would only send another mail.
/// </summary>
internal sealed class SecondFactor(Credentials credentials, string? totpSecret, TimeProvider time)
{
    private const string Password = "password";
    private const string Totp = "totp";
    private const string Mark = "\"Ignore Two Factor Authentication\"";

    /// <summary>The code to send; null when we have none for this challenge, or it was one that refused our code.</summary>
    public SecondFactorCode? Answer(RocketChatException challenge)
    {
        if (challenge.Code != "totp-required")
        {
            return null;
        }

        if (totpSecret is not null && (challenge.SecondFactorMethod == Totp || challenge.OtherMethods.Contains(Totp)))
        {
            // By the server's clock: its tolerance is one step.
            return new SecondFactorCode(Totp, TotpCode.At(challenge.ServerTime ?? time.GetUtcNow(), totpSecret));
        }

        return challenge.SecondFactorMethod == Password && credentials is PasswordCredentials account
            ? new SecondFactorCode(Password, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.Password))))
            : null;
    }

    /// <summary>The same failure, with words on the way out.</summary>
    public RocketChatException Explain(RocketChatException challenge) =>
        RocketChatException.CausedBy(challenge, challenge.Kind, $"{challenge.Message}. {Advice(challenge)}");

    private string Advice(RocketChatException challenge) => (challenge.Code, challenge.SecondFactorMethod, credentials) switch
    {
        ("totp-invalid", Totp, _) =>
            "The code made from the TOTP secret was not accepted: the secret belongs to another account, or the clocks of server and client are apart.",
        ("totp-invalid", _, _) => "The server did not accept the proof that it asked for.",
        (_, _, AccessTokenCredentials) =>
            $"Make the personal access token anew with {Mark}."
            + " If it was made so, the server is one of the 8.5 releases that overlook that mark; 8.6 heeds it again, and until then user name and password work."
            + (challenge.SecondFactorMethod == Totp ? " A TOTP secret works as well." : ""),
        (_, "email", _) => $"The code goes out by mail, so no program can answer, and every attempt sends another mail. Use a personal access token made with {Mark}.",
        (_, Totp, _) => $"Give the TOTP secret of the account, or use a personal access token made with {Mark}.",
        _ => $"Use a personal access token made with {Mark}.",
    };
}
