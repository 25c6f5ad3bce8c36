namespace RocketTfProvider.Commands.Export;

/// <summary>A thing that an export leaves out.</summary>
/// <param name="Thing">Its name, which may come from a user.</param>
/// <param name="Reason">The reason, in a sentence.</param>
internal sealed record LeftOut(string Thing, string Reason);
