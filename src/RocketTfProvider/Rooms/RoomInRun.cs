namespace RocketTfProvider.Rooms;

/// <summary>
/// A room in a run of the CLI. The objects that are about the room meet here, since the CLI calls each of them on its own.
/// </summary>
internal sealed class RoomInRun
{
    /// <summary>What refreshes and plans have found.</summary>
    public RoomNotes Notes { get; } = new();

    /// <summary>What objects leave to each other.</summary>
    public OwnershipHandover Handover { get; } = new();

    /// <summary>What the run has changed.</summary>
    public OwnerChanges Changes { get; } = new();
}
