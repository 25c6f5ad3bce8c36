using System.Security.Cryptography;
using System.Text;
using RocketChat.Client.Options;

namespace RocketChat.Client.Errors;

/// <summary>Takes every secret that the client knows out of texts that others wrote: a server may echo what it was sent.</summary>
internal sealed class Redactor
{
    private const string Mask = "(secret)";

    // Below this length a replacement would garble ordinary words and the secret is guessable anyway.
    private const int ShortestSecret = 4;

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public Redactor(RocketChatClientOptions options)
    {
        switch (options.Credentials)
        {
            case AccessTokenCredentials token:
                Add(token.AuthToken);
                break;
            case PasswordCredentials password:
                Add(password.Password);
                Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password.Password))));
                break;
        }

        Add(options.TotpSecret);
        Add(options.Tls.ClientKey);
        Add(options.Proxy?.UserInfo);
        foreach (var value in options.Headers.Values)
        {
            Add(value);
        }
    }

    public void Add(string? secret)
    {
        if (secret is { Length: >= ShortestSecret })
        {
            lock (_secrets)
            {
                _secrets.Add(secret);
            }
        }
    }

    public bool IsClean(string text, IReadOnlyList<string> alsoSecret) => Clean(text, alsoSecret) == text;

    public string? Clean(string? text, IReadOnlyList<string>? alsoSecret = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        List<string> secrets = [.. (alsoSecret ?? []).Where(secret => secret.Length >= ShortestSecret)];
        lock (_secrets)
        {
            secrets.AddRange(_secrets);
        }

        // The longest first: one may be a part of another.
        foreach (var secret in secrets.OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }
}
