using System.Collections.Immutable;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>
/// Takes stored objects over between the two resources about owners (<c>moved</c> blocks). The private state comes along; what belongs to
/// the other resource is removed from it.
/// </summary>
internal static class OwnershipMove
{
    private const string Timeouts = "timeouts";

    public static IReadOnlyDictionary<string, StateMover> ToOwner { get; } =
        new Dictionary<string, StateMover> { [RoomOwnersResource.Name] = FromList };

    public static IReadOnlyDictionary<string, StateMover> ToOwners { get; } =
        new Dictionary<string, StateMover> { [RoomOwnerResource.Name] = FromOne };

    private static TfValue FromOne(TfValue state, CallContext context)
    {
        var owner = RoomOwnerModel.Read(new ModelReader(state));
        new RoomOwnerPrivateState(context.Private).Clear();
        var stored = new RoomOwnersPrivateState(context.Private) { Applied = [owner.UserId.Value] };
        stored.Added = owner.IsKeptOnDestroy ? [] : [owner.UserId.Value];
        RoomPrivateState.SetMoved(context.Private, true);
        return ValueOf(state, new RoomOwnersModel
        {
            Id = owner.RoomId,
            RoomId = owner.RoomId,
            RoomName = owner.RoomName,
            UserIds = ImmutableArray.Create(owner.UserId.Value),
            Usernames = ImmutableArray.Create(owner.Username.Or(owner.UserId.Value)),
            InviteMembers = owner.InviteMembers,
            OnDestroy = owner.IsKeptOnDestroy ? RoomOwnersSchema.Keep : RoomOwnersSchema.RemoveAdded,
        });
    }

    private static TfValue FromList(TfValue state, CallContext context)
    {
        var list = RoomOwnersModel.Read(new ModelReader(state));
        if (list.UserIds.Or([]) is not [var userId])
        {
            throw new DiagnosticException(OwnershipDiagnostics.NotOneOwner(list));
        }

        var stored = new RoomOwnersPrivateState(context.Private);
        var isRemoved = !list.IsKeptOnDestroy && stored.Added.Contains(userId);
        stored.Clear();
        RoomPrivateState.SetMoved(context.Private, true);
        return ValueOf(state, new RoomOwnerModel
        {
            Id = RoomOwnerModel.IdOf(list.RoomId.Value, userId),
            RoomId = list.RoomId,
            RoomName = list.RoomName,
            UserId = userId,
            Username = list.Usernames.Or([]) is [var username] ? username : userId,
            InviteMembers = list.InviteMembers,
            OnDestroy = isRemoved ? RoomOwnerSchema.Remove : RoomOwnerSchema.Keep,
            AllowOwnerless = false,
        });
    }

    private static TfValue ValueOf<TModel>(TfValue source, TModel model)
        where TModel : IModel<TModel>
    {
        var writer = new ModelWriter();
        model.Write(writer);
        return writer.Raw(Timeouts, source.Attributes[Timeouts]).ToValue();
    }
}
