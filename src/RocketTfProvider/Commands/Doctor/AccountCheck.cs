using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks the account and its second factor.</summary>
internal sealed class AccountCheck(RocketChatClientOptions options) : IWorkspaceCheck
{
    public string Area => Areas.Account;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var account = await workspace.Client.Account.GetAsync(cancellationToken);
        if (options.Credentials is PasswordCredentials)
        {
            return $"{ForeignText.Clean(account.Username)}, with a password";
        }

        if (await workspace.Client.Account.IgnoresSecondFactorAsync(cancellationToken) == false && options.TotpSecret is null)
        {
            report.Add(FindingCodes.SecondFactorNeeded, "The personal access token does not ignore the second factor.");
        }

        return $"{ForeignText.Clean(account.Username)}, with a token";
    }
}
