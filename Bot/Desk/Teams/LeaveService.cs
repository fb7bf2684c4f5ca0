using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Desk.SettingKinds;
using PolicyAssistantBot.Desk.Settings;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Desk.Teams;

/// <param name="ReleasedCases">The number of cases that went back to their team.</param>
/// <param name="KeptCases">The number of open cases that could not be given back.</param>
/// <param name="IsOutOfTeams">False when the teams are written in a way that the program cannot change.</param>
internal sealed record LeaveOutcome(AccountOutcome Account, int ReleasedCases, int KeptCases, bool IsOutOfTeams);

/// <summary>Ends a person's work at the desk: the account is locked, its sessions end, it leaves its teams, and its open cases go back to
/// the team.</summary>
internal sealed class LeaveService(
    AccountStore accountStore,
    DeskSettingsStore settingsStore,
    SettingSaver saver,
    CaseCommandRunner commandRunner,
    IDbContextFactory<AssistantDb> dbContextFactory,
    TimeProvider time
)
{
    private const int MaxAttempts = 3;

    public async Task<LeaveOutcome> RunAsync(HttpContext context, SignedInAccount actor, string id, CancellationToken cancellationToken)
    {
        var locked = await accountStore.SetDisabledAsync(id, isDisabled: true, cancellationToken);
        if (locked is not AccountOutcome.Succeeded { Account: var account })
        {
            return new LeaveOutcome(locked, 0, 0, IsOutOfTeams: false);
        }

        var isOutOfTeams = await LeaveTeamsAsync(context, actor, account.UserName, cancellationToken);
        var (released, kept) = await ReleaseCasesAsync(actor, id, cancellationToken);
        return new LeaveOutcome(locked, released, kept, isOutOfTeams);
    }

    private async Task<bool> LeaveTeamsAsync(
        HttpContext context,
        SignedInAccount actor,
        string userName,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var document = await settingsStore.ReadAsync(SettingKind.Routing, cancellationToken);
            if (RemoveMember(document.Text, userName) is not { } text)
            {
                return false;
            }

            if (text == document.Text)
            {
                return true;
            }

            switch (await saver.SaveAsync(context, actor, SettingKind.Routing, document.Version, text, cancellationToken))
            {
                case SettingOutcome.Saved:
                    return true;
                case SettingOutcome.Invalid:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The document without the member; null when its layout does not allow the change.</summary>
    private static string? RemoveMember(string document, string userName)
    {
        var text = document;
        foreach (var (index, team) in RoutingTableReader.Read(document, "", []).Teams.Index())
        {
            var remaining = team.Members.Where(member => !string.Equals(member, userName, StringComparison.OrdinalIgnoreCase)).ToList();
            if (remaining.Count == team.Members.Count)
            {
                continue;
            }

            var item = TeamForm.CreateItem(team.Key, team.Name, SettingNames.ToCamelCase(team.AssignmentMode), remaining);
            if (YamlListEditor.Replace(text, "teams", index, item) is not { } changed)
            {
                return null;
            }

            text = changed;
        }

        return text;
    }

    private async Task<(int Released, int Kept)> ReleaseCasesAsync(SignedInAccount actor, string id, CancellationToken cancellationToken)
    {
        List<string> numbers;
        await using (var db = await dbContextFactory.CreateDbContextAsync(cancellationToken))
        {
            numbers = await db.Set<CaseRow>()
                .Where(row => row.OwnerId == id && row.Group != CaseGroup.Ended && row.Group != CaseGroup.Answered)
                .Select(row => row.CaseNumber)
                .ToListAsync(cancellationToken);
        }

        var official = new Official(actor.Id, actor.DisplayName, CanActForOthers: true);
        var count = 0;
        foreach (var text in numbers)
        {
            if (!CaseNumber.TryParse(text, out var number))
            {
                continue;
            }

            var outcome = await commandRunner.ChangeAsync(
                number,
                stored => CaseRules.Release(stored, new CaseCommand(stored.Request.Version, official, "desk", time.GetUtcNow())),
                cancellationToken
            );
            count += outcome?.Decision is CaseDecision.Changed ? 1 : 0;
        }

        return (count, numbers.Count - count);
    }
}

internal static class AccountTeamsFactory
{
    /// <summary>The teams as the pages about accounts show them.</summary>
    public static AccountTeams ToAccountTeams(this DeskSettingsStore settingsStore) =>
        new(async cancellationToken =>
        {
            var teams = (await settingsStore.GetAsync(cancellationToken)).Routing.Teams;
            return teams
                .SelectMany(team => team.Members.Select(member => (Member: member, team.Name)))
                .GroupBy(pair => pair.Member, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    group => group.Key,
                    group => (IReadOnlyList<LocalizedText>)[.. group.Select(pair => pair.Name)],
                    StringComparer.OrdinalIgnoreCase
                );
        });
}
