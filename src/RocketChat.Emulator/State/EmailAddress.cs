namespace RocketChat.Emulator.State;

/// <summary>An email address of a user.</summary>
/// <param name="Address">The address itself.</param>
/// <param name="Verified">Whether it was verified; a verified address makes emailed second-factor codes possible.</param>
public sealed record EmailAddress(string Address, bool Verified);
