using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>A check of one part of a workspace that can be reached.</summary>
internal interface IWorkspaceCheck
{
    /// <summary>The part, one of <see cref="Areas"/>.</summary>
    string Area { get; }

    /// <summary>Adds what it finds to the report.</summary>
    /// <returns>The state of the part in a few words.</returns>
    /// <exception cref="RocketChatException">The part could not be read.</exception>
    Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken);
}
