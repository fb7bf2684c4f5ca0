using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>What whoever clicked is told.</summary>
/// <param name="Notice">Null when the click was carried out, or only looked.</param>
/// <param name="Card">The case as it is now; null for those who may not see it.</param>
internal sealed record ChannelCaseAnswer(string? Notice, Attachment? Card);

/// <summary>
/// Carries out what officials click in Teams with the same rules as the desk's page. Who clicks is taken from what Teams vouches for, what
/// they may do from their account on the desk, and the case from the store: the card says none of it.
/// </summary>
internal sealed class ChannelCases(
    Accounts accounts,
    RequestStore store,
    RequestChanges changes,
    ChannelCaseViews views,
    IOptions<OfficialsChannelOptions> options,
    TimeProvider time
)
{
    private Lang Lang => options.Value.Language;

    public async Task<ChannelCaseAnswer> AnswerAsync(Activity activity, ChannelCaseClick click, CancellationToken cancellationToken)
    {
        if (await WhoAsync(activity, cancellationToken) is not { } me)
        {
            return new(DeskTexts.NoAccountForTeams[Lang], null);
        }

        if (!me.Has(Roles.Official | Roles.Supervisor | Roles.Auditor))
        {
            return new(DeskTexts.MayNotWork[Lang], null);
        }

        if (!CaseNumber.TryParse(click.Number, out var number) || await store.FindAsync(number, cancellationToken) is not { } stored)
        {
            return new(DeskTexts.NotFoundText[Lang], null);
        }

        var reader = activity.From?.Id;
        if (click.IsAutomatic || click.Action == ChannelCaseCard.Show)
        {
            return Shown(stored, null);
        }

        if (!me.Has(Roles.Official | Roles.Supervisor))
        {
            return Shown(stored, DeskTexts.MayNotWork[Lang]);
        }

        var wish = new Wish(click.SeenVersion, me.ToOfficial(), ChannelIds.Msteams, time.GetUtcNow());
        var outcome = await changes.ChangeAsync(number, now => Decide(now, wish, click), cancellationToken);
        return outcome?.Decision switch
        {
            null => new(DeskTexts.NotFoundText[Lang], null),
            CaseDecision.AlreadyDone => Shown(outcome.Now, DeskTexts.DoneBefore[Lang]),
            CaseDecision.Refused { Reason: var refusal } => Shown(outcome.Now, Explain(refusal), (click.Action, click.Text)),
            _ => Shown(outcome.Now, null),
        };

        ChannelCaseAnswer Shown(StoredRequest now, string? notice, (string Action, string Text)? attempt = null) =>
            new(notice, views.Draw(now.Request, now.History[^1], notice, attempt, reader));
    }

    /// <summary>
    /// The account of the sender. Only Teams fills in the object id itself; on other channels the client may write what it likes.
    /// </summary>
    private async Task<SignedInAccount?> WhoAsync(Activity activity, CancellationToken cancellationToken)
    {
        var isStranger =
            options.Value.TenantId is { Length: > 0 } tenant
            && !string.Equals(TenantOf(activity), tenant, StringComparison.OrdinalIgnoreCase);
        return
            !isStranger
            && activity is { ChannelId: ChannelIds.Msteams, From.AadObjectId: { Length: > 0 } id }
            && await accounts.FindByEntraIdAsync(id, cancellationToken) is { } account
            ? new SignedInAccount(account.Id, account.DisplayName, account.Roles)
            : null;
    }

    private static string? TenantOf(Activity activity) =>
        activity.Conversation?.TenantId ?? ((activity.ChannelData as JsonObject)?["tenant"] as JsonObject)?["id"]?.ToString();

    private static CaseDecision Decide(StoredRequest stored, Wish wish, ChannelCaseClick click) =>
        click.Action switch
        {
            ChannelCaseCard.Take => RequestRules.Take(stored, wish),
            ChannelCaseCard.Reply => RequestRules.Reply(stored, wish, click.Text),
            ChannelCaseCard.AskBack => RequestRules.AskBack(stored, wish, click.Text),
            ChannelCaseCard.Close when Enum.TryParse<CloseReason>(click.Reason, out var reason) && Enum.IsDefined(reason) =>
                RequestRules.Close(stored, wish, reason, click.Text),
            _ => new CaseDecision.Refused(new Refusal.TextMissing()),
        };

    private string Explain(Refusal refusal) => refusal is Refusal.Stale ? DeskTexts.StaleCard[Lang] : DeskFormat.Explain(refusal, Lang);
}
