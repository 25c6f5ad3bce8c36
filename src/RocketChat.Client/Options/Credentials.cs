namespace RocketChat.Client;

/// <summary>Who calls the workspace. Its text form never shows a secret.</summary>
public abstract record Credentials;
