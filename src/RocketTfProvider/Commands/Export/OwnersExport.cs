using System.IO.Enumeration;
using RocketChat.Client;
using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.Connection;
using RocketTfProvider.Rooms;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports the owners of rooms.</summary>
internal sealed class OwnersExport(
    RocketChatClient client, ExportScope scope, ExportModule module, Terminal terminal, OwnerJournal? journal)
{
    // A room leaves some 10 KiB of garbage, and the runtime lets tens of MiB pile up.
    private const int RoomsBetweenCollections = 250;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        terminal.ShowProgress("Reading rooms …");
        var rooms = (await client.Rooms.ListAsync(cancellationToken))
            .Where(room => room.Kind is RoomKind.Channel or RoomKind.Private && IsWanted(room))
            .OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Id, StringComparer.Ordinal)
            .ToList();
        var names = ResourceNames.Of(rooms.Select(room => (room.Id, NameOf(room))), "room");
        for (var i = 0; i < rooms.Count; i++)
        {
            if (i % RoomsBetweenCollections == 0)
            {
                GC.Collect();
            }

            terminal.ShowProgress($"Reading owners: {i + 1} of {rooms.Count} rooms …");
            var owners = (journal?.Of(rooms[i].Id) ?? await ReadAsync(rooms[i], cancellationToken))
                .OrderBy(owner => owner.Username, StringComparer.Ordinal).ThenBy(owner => owner.Id, StringComparer.Ordinal)
                .ToList();
            if (ReasonToLeaveOut(rooms[i], owners) is { } reason)
            {
                module.LeftOut.Add(new($"room {NameOf(rooms[i])} ({rooms[i].Id})", reason));
            }
            else if (scope.IsAdditive)
            {
                AddEach(rooms[i], names[rooms[i].Id], owners);
            }
            else
            {
                Add(rooms[i], names[rooms[i].Id], owners);
            }
        }
    }

    private async Task<IReadOnlyList<ExportedOwner>> ReadAsync(Room room, CancellationToken cancellationToken)
    {
        ExportedOwner[] owners =
        [
            .. (await client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken))
                .Select(owner => new ExportedOwner(owner.Id, owner.Username)),
        ];
        journal?.Add(room.Id, owners);
        return owners;
    }

    // The name of a discussion is random.
    private static string NameOf(Room room) => room.IsDiscussion ? room.DisplayName : room.Name;

    private static string? ReasonToLeaveOut(Room room, List<ExportedOwner> owners) =>
        owners.Count == 0 ? "Nobody owns it, and an object without an owner cannot be described. Choose an owner and add it by hand."
        : owners.Select(owner => owner.Id).Append(room.Id).Any(id => !IsId(id)) ? "Its id, or that of an owner, is not a valid id."
        : null;

    private static bool IsId(string id)
    {
        var diagnostics = new DiagnosticList();
        ObjectId.Validator(TfValue.Of(id), RoomLookup.IdPath, diagnostics);
        return !diagnostics.HasErrors;
    }

    private static string Describe(Room room)
    {
        var facts = RoomModel.Of(room);
        List<string> words = [facts.Type.Value == RoomSchema.Private ? "private room" : facts.Type.Value];
        words.AddRange(room.IsTeamMain ? ["main room of a team"] : []);
        words.AddRange(room.IsDiscussion ? ["discussion"] : []);
        words.AddRange(room.Archived ? ["archived"] : []);
        words.AddRange(room.Federated ? ["federated"] : []);
        return $"{ExportNote.Of(room.DisplayName)}: {string.Join(", ", words)}";
    }

    private bool IsWanted(Room room) =>
        scope.Rooms is null || FileSystemName.MatchesSimpleExpression(scope.Rooms, room.Name);

    private void Add(Room room, string name, List<ExportedOwner> owners) => module.Add(
        module.Rooms,
        RoomOwnersResource.Name,
        name,
        room.Id,
        new HclBody()
            .Set("room_id", HclText.Quote(room.Id), ExportNote.Of(NameOf(room)))
            .Set("user_ids", [.. owners.Select(owner => new HclElement(HclText.Quote(owner.Id), ExportNote.Of(owner.Username)))]),
        Describe(room));

    private void AddEach(Room room, string name, List<ExportedOwner> owners)
    {
        var ownerNames = ResourceNames.Of(owners.Select(owner => (owner.Id, owner.Username)), "user");
        foreach (var owner in owners)
        {
            module.Add(
                module.Rooms,
                RoomOwnerResource.Name,
                $"{name}_{ownerNames[owner.Id]}",
                $"{room.Id}/{owner.Id}",
                new HclBody().Set("room_id", HclText.Quote(room.Id)).Set("user_id", HclText.Quote(owner.Id)),
                $"{ExportNote.Of(owner.Username)} owns {Describe(room)}");
        }
    }
}
