using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using RocketChat.Client.Options;

namespace RocketChat.Client.Errors;

/// <summary>Masks the secrets that the client knows in texts from others: a server may repeat what it received.</summary>
internal sealed class Redactor
{
    private const string Mask = "(secret)";

    // Parts of a header value: the scheme before a token is shorter than any token.
    private const int ShortestPart = 8;

    // A shared sequence of this length is no coincidence.
    private const int Window = 8;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    // Tokens are random, so that even a part of one is no coincidence.
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);

    // Made when first needed: most runs mask nothing.
    private string[]? _forms;

    public Redactor(RocketChatClientOptions options)
    {
        switch (options.Credentials)
        {
            case AccessTokenCredentials token:
                AddToken(token.AuthToken);
                break;
            case PasswordCredentials password:
                Add(password.Password);
                Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password.Password))));
                Add(SecretForms.Basic(password.Username, password.Password));
                break;
        }

        Add(options.TotpSecret);
        Add(options.Tls.ClientKey);
        foreach (var value in options.Headers.Values)
        {
            AddHeader(value);
        }

        AddProxy(options.Proxy?.UserInfo);
        var environment = options.EnvironmentProxy ?? HttpClient.DefaultProxy;
        foreach (var scheme in (string[])["http", "https"])
        {
            AddProxy(environment.GetProxy(new UriBuilder(scheme, options.Url.Host).Uri)?.UserInfo);
        }
    }

    public void Add(string? secret)
    {
        if (secret is null)
        {
            return;
        }

        lock (_lock)
        {
            _secrets.Add(secret);
            _forms = null;
        }
    }

    public void AddToken(string token)
    {
        Add(token);
        lock (_lock)
        {
            _tokens.Add(token);
        }
    }

    /// <summary>Adds the user and password of a proxy, which are URL-escaped in its address.</summary>
    public void AddProxy(string? userInfo)
    {
        if (userInfo?.Split(':', 2) is [var user, var password])
        {
            Add(userInfo);
            Add(password);
            Add(Uri.UnescapeDataString(password));
            Add(SecretForms.Basic(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password)));
        }
        else
        {
            Add(userInfo);
        }
    }

    public bool IsClean(string text, IReadOnlyList<string> alsoSecret) => Clean(text, alsoSecret) == text;

    public string? Clean(string? text, IReadOnlyList<string>? alsoSecret = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        string[] known;
        lock (_lock)
        {
            known = _forms ??= [.. _secrets.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal)];
        }

        // The longest first: a form may be a part of another.
        foreach (var form in known.Concat((alsoSecret ?? []).SelectMany(SecretForms.Of)).OrderByDescending(form => form.Length))
        {
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// Whether a text repeats a part of a token or of one of these secrets, such as the beginning of one that the server has cut.
    /// </summary>
    public bool RepeatsPart(string text, IReadOnlyList<string> alsoSecret)
    {
        string[] secrets;
        lock (_lock)
        {
            secrets = [.. _tokens, .. alsoSecret];
        }

        var forms = secrets.SelectMany(SecretForms.Of).Where(form => form.Length >= Window).ToArray();
        for (var i = 0; i + Window <= text.Length; i++)
        {
            var part = text.AsSpan(i, Window);
            foreach (var form in forms)
            {
                if (form.AsSpan().Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A token is often only a part of the value: "Bearer X", "Basic X", "a=X; b=Y".
    private void AddHeader(string value)
    {
        Add(value);
        var parts = value.Split([' ', ';', ',', '='], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(part => part.Length >= ShortestPart))
        {
            Add(part);
            AddBasic(part);
        }
    }

    private void AddBasic(string part)
    {
        var padded = part.PadRight((part.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password])
        {
            Add(password);
        }
    }
}
