using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>The response to a click.</summary>
/// <param name="Notice">Null when the click was carried out or only refreshed the card.</param>
/// <param name="Card">The case as it is now; null for people who may not see it.</param>
internal sealed record ChannelCaseAnswer(string? Notice, Attachment? Card);

/// <summary>
/// Carries out what officials click in Teams by the same rules as the desk's page. The sender is the one that Teams authenticated, the
/// permissions are those of the account on the desk, and the case is read from the store: nothing of this is taken from the card.
/// </summary>
internal sealed class ChannelCaseService(
    AccountStore accountStore,
    CaseStore caseStore,
    DeskActionRunner runner,
    ChannelCaseCardFactory views,
    IOptions<OfficialsChannelOptions> options,
    TimeProvider time
)
{
    private Lang Lang => options.Value.Language;

    public async Task<ChannelCaseAnswer> AnswerAsync(Activity activity, ChannelCaseClick click, CancellationToken cancellationToken)
    {
        if (await FindAccountAsync(activity, cancellationToken) is not { } account)
        {
            return new(DeskTexts.NoAccountForTeams[Lang], null);
        }

        if (!account.HasAny(Roles.Official | Roles.Supervisor | Roles.Auditor))
        {
            return new(DeskTexts.NoPermission[Lang], null);
        }

        if (!CaseNumber.TryParse(click.Number, out var number) || await caseStore.FindAsync(number, cancellationToken) is not { } stored)
        {
            return new(DeskTexts.NotFoundText[Lang], null);
        }

        var reader = activity.From?.Id;
        if (click.IsAutomatic || click.Action is not { } action)
        {
            return CreateAnswer(stored, null);
        }

        if (!account.HasAny(Roles.Official | Roles.Supervisor))
        {
            return CreateAnswer(stored, DeskTexts.NoPermission[Lang]);
        }

        var command = new CaseCommand(click.ExpectedVersion, account.ToOfficial(), ChannelIds.Msteams, time.GetUtcNow());
        var outcome = await runner.RunAsync(action, number, CaseAccess.Full, command, click.Values, cancellationToken);
        return outcome?.Decision switch
        {
            null => new(DeskTexts.NotFoundText[Lang], null),
            CaseDecision.AlreadyDone => CreateAnswer(outcome.After, DeskTexts.AlreadyDone[Lang]),
            CaseDecision.Refused { Reason: var refusal } => CreateAnswer(outcome.After, Explain(refusal), (action, click.Values)),
            _ => CreateAnswer(outcome.After, null),
        };

        ChannelCaseAnswer CreateAnswer(CaseWithHistory current, string? notice, (DeskAction, ActionValues)? attempt = null) =>
            new(notice, views.CreateCard(current.Request, current.History[^1], notice, attempt, reader));
    }

    /// <summary>
    /// The account of the sender. Only Teams sets the object id itself; on other channels the client could set any.
    /// </summary>
    private async Task<SignedInAccount?> FindAccountAsync(Activity activity, CancellationToken cancellationToken)
    {
        var isFromOtherTenant =
            options.Value.TenantId is { Length: > 0 } tenant
            && !string.Equals(GetTenant(activity), tenant, StringComparison.OrdinalIgnoreCase);
        return
            !isFromOtherTenant
            && activity is { ChannelId: ChannelIds.Msteams, From.AadObjectId: { Length: > 0 } id }
            && await accountStore.FindByEntraIdAsync(id, cancellationToken) is { } account
            ? new SignedInAccount(account.Id, account.DisplayName, account.Roles)
            : null;
    }

    private static string? GetTenant(Activity activity) =>
        activity.Conversation?.TenantId ?? ((activity.ChannelData as JsonObject)?["tenant"] as JsonObject)?["id"]?.ToString();

    private string Explain(Refusal refusal) =>
        refusal is Refusal.Stale ? DeskTexts.StaleCard[Lang] : DeskFormat.ExplainRefusal(refusal, Lang);
}
