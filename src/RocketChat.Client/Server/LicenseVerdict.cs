namespace RocketChat.Client.Server;

/// <summary>The server's judgment of a license that it was not given yet (<c>POST licenses.validate</c>).</summary>
/// <param name="IsAccepted">Whether the license would be valid in this workspace.</param>
/// <param name="Reasons">
/// The reasons against it: <c>url</c> (issued for another address), <c>period</c> (expired, or not begun yet), <c>limit</c> (the workspace
/// has more than it allows). None for a text that is no license.
/// </param>
public sealed record LicenseVerdict(bool IsAccepted, IReadOnlyList<string> Reasons);
