using System.Collections.ObjectModel;

namespace RocketChat.Emulator.State;

/// <summary>
/// Roles in a room or a team. A server stores none until somebody gets the first, and an empty list after somebody lost the last.
/// </summary>
internal sealed class RoleList : Collection<string>
{
    private bool _lostOne;

    /// <summary>Whether the server has a list at all.</summary>
    public bool IsStored => Count > 0 || _lostOne;

    public static RoleList Of(IEnumerable<string> roles)
    {
        var list = new RoleList { _lostOne = true };
        foreach (var role in roles)
        {
            list.Add(role);
        }

        return list;
    }

    protected override void RemoveItem(int index)
    {
        base.RemoveItem(index);
        _lostOne = true;
    }

    protected override void ClearItems()
    {
        base.ClearItems();
        _lostOne = true;
    }
}
