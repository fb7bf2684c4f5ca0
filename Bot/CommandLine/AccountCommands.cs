using System.CommandLine;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.SecondFactor;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>desk accounts reset</c>: the way back for a person who lost the password and the second factor, when no administrator can sign in.
/// </summary>
internal static class AccountCommands
{
    public static Command Create()
    {
        var command = new Command("accounts", "Commands for the accounts of the officials' pages.");
        command.Subcommands.Add(CreateReset());
        return command;
    }

    private static Command CreateReset()
    {
        var name = new Argument<string>("name") { Description = "The user name." };
        var data = new Option<string?>("--data") { Description = "The data folder; default: that of the service." };
        var enable = new Option<bool>("--enable") { Description = "Enable the account if it is disabled." };
        var command = new Command(
            "reset",
            "Issue a one-time password, remove the second factor and end all sessions. Works while the service runs. "
                + "Exit code: 0 done, 1 there is no such account, 2 there is no database."
        )
        {
            name,
            data,
            enable,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ResetAsync(
                    parsed.GetValue(name)!,
                    parsed.GetValue(data),
                    parsed.GetValue(enable),
                    Console.Out,
                    Console.Error,
                    cancellationToken
                )
        );
        return command;
    }

    internal static async Task<int> ResetAsync(
        string userName,
        string? dataFolder,
        bool enable,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddAccess());
        if (app is null)
        {
            return 2;
        }

        var accounts = app.Services.GetRequiredService<AccountStore>();
        var name = AccountStore.NormalizeUserName(userName);
        if ((await accounts.ListAsync(cancellationToken)).FirstOrDefault(a => a.UserName == name) is not { } account)
        {
            await errors.WriteLineAsync($"There is no account {name}.");
            return 1;
        }

        if (enable && account.IsDisabled)
        {
            await accounts.SetDisabledAsync(account.Id, isDisabled: false, cancellationToken);
        }

        await app.Services.GetRequiredService<SecondFactorService>().RemoveAsync(account.Id, cancellationToken);
        if (
            await accounts.ResetPasswordAsync(account.Id, cancellationToken)
            is not AccountOutcome.Succeeded { OneTimePassword: { } password } done
        )
        {
            await errors.WriteLineAsync("There would be no active administrator; use --enable.");
            return 1;
        }

        await app
            .Services.GetRequiredService<SecurityLog>()
            .RecordAsync(SecurityEventKind.PasswordReset, null, name, "shell", "second factor removed", cancellationToken);
        await output.WriteLineAsync(password);
        if (done.Account.IsDisabled)
        {
            await errors.WriteLineAsync("The account is disabled; use --enable.");
        }

        return 0;
    }
}
