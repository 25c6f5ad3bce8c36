namespace RocketChat.Client.Http;

/// <summary>Values of the headers that prove the caller's identity.</summary>
internal static class HeaderValue
{
    public static bool IsValid(string? value) => !string.IsNullOrEmpty(value) && value.All(c => c is > ' ' and <= '~');
}
