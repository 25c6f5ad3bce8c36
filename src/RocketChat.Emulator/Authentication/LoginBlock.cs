using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Authentication;

/// <summary>Refuses logins of a user for a while after too many failures.</summary>
internal static class LoginBlock
{
    public static bool IsOn(WorkspaceState workspace, User user) =>
        workspace.Settings.IsOn("Block_Multiple_Failed_Logins_Enabled")
        && workspace.Settings.IsOn("Block_Multiple_Failed_Logins_By_User")
        && user.FailedLogins >= workspace.Settings.Integer("Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User", 10)
        && workspace.Now - user.LastFailedLogin < TimeSpan.FromMinutes(
            workspace.Settings.Integer("Block_Multiple_Failed_Logins_Time_To_Unblock_By_User_In_Minutes", 5));

    public static void CountFailure(WorkspaceState workspace, User user)
    {
        user.FailedLogins++;
        user.LastFailedLogin = workspace.Now;
    }
}
