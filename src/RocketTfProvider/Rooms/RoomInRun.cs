namespace RocketTfProvider.Rooms;

/// <summary>
/// A room in a run of the CLI. The objects that are about the room meet here, since the CLI calls each of them on its own.
/// </summary>
internal sealed class RoomInRun
{
    /// <summary>Findings of refreshes and plans.</summary>
    public RoomNotes Notes { get; } = new();

    /// <summary>Things that objects leave to each other.</summary>
    public OwnershipHandover Handover { get; } = new();

    /// <summary>Changes by the run.</summary>
    public OwnerChanges Changes { get; } = new();
}
