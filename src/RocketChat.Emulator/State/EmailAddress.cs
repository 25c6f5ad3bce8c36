namespace RocketChat.Emulator.State;

/// <summary>An e-mail address of a user.</summary>
/// <param name="Address">The address itself.</param>
/// <param name="Verified">Whether it was verified; a verified address makes e-mailed second-factor codes possible.</param>
public sealed record EmailAddress(string Address, bool Verified);
