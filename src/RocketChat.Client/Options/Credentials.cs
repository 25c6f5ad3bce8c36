namespace RocketChat.Client.Options;

/// <summary>The account with which the client calls the workspace. <see cref="object.ToString"/> never shows a secret.</summary>
public abstract record Credentials;
