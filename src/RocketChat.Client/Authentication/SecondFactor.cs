using System.Security.Cryptography;
using System.Text;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Options;

namespace RocketChat.Client.Authentication;

/// <summary>
/// Answers the server's challenge for a second factor where the client holds one: the hash of the password, or a time-based code. No
/// client can answer with a mailed code, and another attempt would only send another mail.
/// </summary>
internal sealed class SecondFactor(Credentials credentials, string? totpSecret, TimeProvider time)
{
    private const string Password = "password";
    private const string Totp = "totp";
    private const string Mark = "\"Ignore Two Factor Authentication\"";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private TimeSpan _clockDifference;

    /// <summary>The code to send with a login at once; null if none is configured, so that the server must ask for one first.</summary>
    public SecondFactorCode? AtLogin => totpSecret is null ? null : TimeBased();

    /// <summary>The code to send; null if there is none for this challenge, or if the server has just refused the code.</summary>
    public SecondFactorCode? Answer(RocketChatException challenge)
    {
        if (challenge.Code != "totp-required")
        {
            return null;
        }

        if (totpSecret is not null && (challenge.SecondFactorMethod == Totp || challenge.OtherMethods.Contains(Totp)))
        {
            // The server's clock decides: its tolerance is one step.
            _clockDifference = DifferenceOf(challenge);
            return TimeBased();
        }

        return challenge.SecondFactorMethod == Password && credentials is PasswordCredentials account
            ? new SecondFactorCode(Password, () => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.Password))))
            : null;
    }

    /// <summary>
    /// Another code after one that was refused because the clocks differ; null if they agree, or if the code was not time-based.
    /// </summary>
    public SecondFactorCode? ByServersClock(RocketChatException refusal)
    {
        var difference = DifferenceOf(refusal);
        if (refusal.Code != "totp-invalid" || totpSecret is null || (difference - _clockDifference).Duration() < Step)
        {
            return null;
        }

        _clockDifference = difference;
        return TimeBased();
    }

    /// <summary>The same failure, with a remedy.</summary>
    public RocketChatException Explain(RocketChatException challenge) =>
        RocketChatException.CausedBy(challenge, challenge.Kind, $"{challenge.Message}. {Advice(challenge)}");

    private TimeSpan DifferenceOf(RocketChatException answer) =>
        answer.ServerTime is { } theirs ? theirs - time.GetUtcNow() : TimeSpan.Zero;

    private SecondFactorCode TimeBased() => new(Totp, () => TotpCode.At(time.GetUtcNow() + _clockDifference, totpSecret!));

    private string Advice(RocketChatException challenge) => (challenge.Code, challenge.SecondFactorMethod, credentials) switch
    {
        ("totp-invalid", Totp, _) =>
            "The code from the TOTP secret was not accepted: the secret belongs to another account, or the clocks of server and"
            + " client differ.",
        ("totp-invalid", not "email", _) => "The server did not accept the second factor.",
        (_, _, AccessTokenCredentials) =>
            $"Create a new personal access token with {Mark}."
            + " If the token already has that mark: some 8.5 releases ask for a second factor all the same; 8.6 fixes this."
            + " Until then, use a user name and password."
            + (challenge.SecondFactorMethod == Totp ? " A TOTP secret works as well." : ""),
        (_, "email", _) =>
            "The server sends the code by mail, so no program can answer, and every attempt sends another mail."
            + $" Use a personal access token created with {Mark}.",
        (_, Totp, _) => $"Configure the TOTP secret of the account, or use a personal access token created with {Mark}.",
        _ => $"Use a personal access token created with {Mark}.",
    };
}
