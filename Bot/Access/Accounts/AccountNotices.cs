using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>What the page of an account says after an act; the act and its numbers are in the page's address.</summary>
public sealed record AccountNotice(LocalizedText Text, bool IsProblem = false);

internal static class AccountNotices
{
    private const string Released = "released";
    private const string Kept = "kept";
    private const string InTeams = "teams";

    /// <param name="done">The section or the act.</param>
    public static string AddressOf(string id, string done) => $"/desk/accounts/{id}?done={done}";

    public static string AddressOfLeft(string id, int released, int kept, bool isOutOfTeams) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{AddressOf(id, AccountAct.Leave.Key)}&{Released}={released}&{Kept}={kept}{(isOutOfTeams ? "" : $"&{InTeams}=1")}"
        );

    public static IReadOnlyList<AccountNotice> List(IQueryCollection query, Account account)
    {
        var done = query["done"].ToString();
        return done == AccountAct.Leave.Key ? ListOfLeaver(query)
            : done == AccountAct.Invite.Key && account.Email is { } address ? [Format(AccountTexts.Invited, AddressMask.Hide(address))]
            : Find(done) is { } text ? [new AccountNotice(text)]
            : [];
    }

    private static LocalizedText? Find(string done) =>
        done switch
        {
            AccountSections.Name or AccountSections.RoleList or AccountSections.Email or AccountSections.EntraId => AccountTexts.Saved,
            _ when done == AccountAct.Disable.Key => AccountTexts.Locked,
            _ when done == AccountAct.Enable.Key => AccountTexts.Unlocked,
            _ when done == AccountAct.RemoveSecondFactor.Key => AccountTexts.SecondFactorRemoved,
            _ => null,
        };

    private static List<AccountNotice> ListOfLeaver(IQueryCollection query)
    {
        var notices = new List<AccountNotice> { Format(AccountTexts.Left, ReadCount(query[Released])) };
        if (ReadCount(query[Kept]) is not "0" and var kept)
        {
            notices.Add(Format(AccountTexts.CasesKept, kept) with { IsProblem = true });
        }

        if (query.ContainsKey(InTeams))
        {
            notices.Add(new AccountNotice(AccountTexts.StillInTeams, IsProblem: true));
        }

        return notices;
    }

    private static string ReadCount(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count.ToString(CultureInfo.InvariantCulture)
            : "0";

    private static AccountNotice Format(LocalizedText text, string value) => new(new(text.With(Lang.Vi, value), text.With(Lang.En, value)));
}
