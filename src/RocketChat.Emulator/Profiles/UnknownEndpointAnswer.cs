namespace RocketChat.Emulator.Profiles;

/// <summary>The answer to a path that the server does not offer.</summary>
internal enum UnknownEndpointAnswer
{
    /// <summary>200 and the HTML page of the web client, whatever the method.</summary>
    WebClientPage,

    /// <summary>404 text for GET, 405 JSON for anything else.</summary>
    PlainNotFound,

    /// <summary>404 text <c>404 Not Found</c>, for a wrong verb as well.</summary>
    TextNotFound,

    /// <summary>404 JSON <c>Resource not found</c>.</summary>
    JsonNotFound,
}
