using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary>The accounts that may work on cases.</summary>
internal sealed class DeskStaffDirectory(AccountStore accountStore) : IStaffDirectory
{
    public async Task<IReadOnlyList<StaffMember>> FindAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(member => userNames.Contains(member.UserName, StringComparer.OrdinalIgnoreCase))];

    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. from account in await accountStore.ListAsync(cancellationToken)
            where WorksOnCases(account)
            orderby account.DisplayName
            select new StaffMember(account.Id, account.UserName, account.DisplayName),
        ];

    public async Task<IReadOnlySet<string>> ListLeaverIdsAsync(CancellationToken cancellationToken) =>
        (await accountStore.ListAsync(cancellationToken))
            .Where(account => !WorksOnCases(account))
            .Select(account => account.Id)
            .ToHashSet(StringComparer.Ordinal);

    private static bool WorksOnCases(Account account) =>
        !account.IsDisabled && (account.Roles & (Roles.Official | Roles.Supervisor)) != Roles.None;

    /// <summary>Accounts that are locked: they get no cases, but their names are still shown in teams and filters.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListLockedAsync(CancellationToken cancellationToken) =>
        [
            .. from account in await accountStore.ListAsync(cancellationToken)
            where account.IsDisabled
            select new StaffMember(account.Id, account.UserName, account.DisplayName),
        ];
}
