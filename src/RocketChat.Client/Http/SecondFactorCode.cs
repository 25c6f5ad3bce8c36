namespace RocketChat.Client.Http;

/// <summary>The answer to a second-factor challenge: goes into <c>x-2fa-method</c> and <c>x-2fa-code</c>.</summary>
internal sealed class SecondFactorCode(string method, string code)
{
    public string Method { get; } = method;

    public string Code { get; } = code;
}
