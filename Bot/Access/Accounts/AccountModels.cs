using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>The teams of each official by user name; registered by the desk, which knows the teams.</summary>
internal sealed record AccountTeams(Func<CancellationToken, Task<IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>>>> ListAsync);

/// <summary>Mails invitations; registered by the mail feature.</summary>
/// <param name="FindObstacle">Why no invitation can be mailed; null when it can.</param>
/// <param name="SendAsync">Mails a link with the one-time password to the account's address.</param>
internal sealed record InvitationMailer(Func<LocalizedText?> FindObstacle, Func<Account, string, CancellationToken, Task> SendAsync);

public sealed record AccountsModel(IReadOnlyList<Account> Accounts, IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> Teams);

/// <summary>The form for a new account as it was sent.</summary>
/// <param name="InvitationObstacle">Why no invitation can be mailed; null when it can.</param>
public sealed record NewAccountModel(
    string UserName,
    string DisplayName,
    Roles Roles,
    string Email,
    AccountProblem? Problem,
    LocalizedText? InvitationObstacle
);

/// <summary>One account.</summary>
/// <param name="Section">The form that was sent, see <see cref="AccountSections"/>; null when the page was opened.</param>
/// <param name="Value">What was entered in that form.</param>
public sealed record AccountModel(
    Account Account,
    bool HasSecondFactor,
    IReadOnlyList<LocalizedText> Teams,
    LocalizedText? InvitationObstacle,
    IReadOnlyList<AccountNotice> Notices,
    string? Section,
    string Value,
    AccountProblem? Problem
);

/// <summary>The parts of an account that are edited, as their addresses name them.</summary>
internal static class AccountSections
{
    public const string Name = "name";
    public const string RoleList = "roles";
    public const string Email = "email";
    public const string EntraId = "entra";
}

/// <summary>An act on an account that is confirmed on a page of its own.</summary>
/// <param name="Key">Names the act in addresses.</param>
/// <param name="Explanation">What happens; {0} the person.</param>
public sealed record AccountAct(string Key, LocalizedText Title, LocalizedText Explanation, LocalizedText Confirm, bool IsDangerous = false)
{
    public static readonly AccountAct Disable = new(
        "disable",
        AccountTexts.DisableTitle,
        AccountTexts.DisableText,
        AccountTexts.Disable,
        IsDangerous: true
    );

    public static readonly AccountAct Leave = new(
        "leave",
        AccountTexts.LeaveTitle,
        AccountTexts.LeaveText,
        AccountTexts.LeaveConfirm,
        IsDangerous: true
    );

    public static readonly AccountAct Enable = new("enable", AccountTexts.EnableTitle, AccountTexts.EnableText, AccountTexts.Enable);

    public static readonly AccountAct Reset = new("reset", AccountTexts.ResetTitle, AccountTexts.ResetText, AccountTexts.IssuePassword);

    public static readonly AccountAct Invite = new(
        "invite",
        AccountTexts.InviteTitle,
        AccountTexts.InviteText,
        AccountTexts.SendInvitation
    );

    public static readonly AccountAct RemoveSecondFactor = new(
        "second-factor",
        AccountTexts.SecondFactorTitle,
        AccountTexts.SecondFactorText,
        SecondFactorTexts.RemoveForAccount,
        IsDangerous: true
    );
}

public sealed record ConfirmModel(Account Account, AccountAct Act);

/// <summary>A one-time password, shown once.</summary>
/// <param name="SignInUrl">Where the person signs in.</param>
/// <param name="InvitationObstacle">Why it was not mailed; null when a link could be mailed.</param>
public sealed record IssuedPasswordModel(Account Account, string Password, Uri SignInUrl, LocalizedText? InvitationObstacle, bool IsNew);

/// <param name="Problem">Why the chosen password was refused.</param>
public sealed record InvitationModel(Account Account, string Code, LocalizedText? Problem, int MinPasswordLength);
