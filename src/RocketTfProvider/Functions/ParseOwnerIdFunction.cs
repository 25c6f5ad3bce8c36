using RocketTfProvider.Connection;
using RocketTfProvider.Rooms;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Functions;

/// <summary><c>parse_owner_id</c>: the parts of the id of a <c>rocketchat_room_owner</c>.</summary>
internal sealed class ParseOwnerIdFunction : Function
{
    private const string Id = "id";
    private const string RoomId = "room_id";
    private const string UserId = "user_id";

    public override string Name => "parse_owner_id";

    public override FunctionSignature Signature => field ??= new()
    {
        Summary = "Parts of the id of a room owner",
        Description = "Splits the `id` of a `rocketchat_room_owner` into the id of the room and the id of the user.",
        Parameters = [new(Id, TfType.String, "Id of a `rocketchat_room_owner`: `room_id/user_id`.")],
        ReturnType = TfType.Object([new(RoomId, TfType.String), new(UserId, TfType.String)]),
    };

    protected override TfValue Call(ModelReader arguments)
    {
        var id = arguments.String(Id).Value;
        return RoomOwnerId.TryParse(id, out var room, out var user)
            ? TfValue.Object([new(RoomId, TfValue.Of(room)), new(UserId, TfValue.Of(user))])
            : throw new FunctionException(
                Id, $"{id.Quoted()} is not the id of a room owner. It must be `room_id/user_id`, such as `GENERAL/aobEdbYhXfu5hkeqG`.");
    }
}
