using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>Erases a person's messages and what their conversations remember.</summary>
internal static class TranscriptEraser
{
    /// <summary>The name under which a group's state document keeps the state of one member.</summary>
    public static string GetStateScope(string userId) => "user:" + userId;

    public static async Task<int> EraseActivitiesAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken)
    {
        var count = await db.Set<ActivityRow>()
            .Where(a =>
                subject.PrivateConversations.Contains(a.ConversationKey)
                && !(
                    a.ConversationKey == subject.ConfirmationConversation
                    && a.Direction == Direction.Outbound
                    && a.Sequence > subject.ConfirmationAfter
                )
            )
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var group in subject.Groups)
        {
            count += await EraseInGroupAsync(db, subject, group, cancellationToken);
        }

        return count + await EraseCardsOfOfficialsAsync(db, subject, cancellationToken);
    }

    public static async Task<int> EraseStatesAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken)
    {
        var count = await db.Set<StateRow>().Where(s => subject.PrivateConversations.Contains(s.Key)).ExecuteDeleteAsync(cancellationToken);
        var groupStates = await db.Set<StateRow>().Where(s => subject.Groups.Contains(s.Key)).ToListAsync(cancellationToken);
        foreach (var state in groupStates)
        {
            var document = JsonNode.Parse(state.Json)!.AsObject();
            if (document.Remove(GetStateScope(subject.UserId)))
            {
                (state.Json, state.Version, count) = (document.ToJsonString(), state.Version + 1, count + 1);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    public static Task<int> EraseReferencesAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken) =>
        db.Set<ConversationReferenceRow>()
            .Where(r => subject.PrivateConversations.Contains(r.Key) && !subject.ContinuedConversations.Contains(r.Key))
            .ExecuteDeleteAsync(cancellationToken);

    public static Task<int> EraseUsersAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken) =>
        db.Set<ConversationUserRow>()
            .Where(u =>
                u.ChannelId == subject.ChannelId
                && u.UserId == subject.UserId
                && !subject.ContinuedConversations.Contains(u.ConversationKey)
            )
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// Marks conversations of the web chat as erased, so that their tokens are refused. Conversations of other channels have an id that
    /// stays the same: they begin anew with the next message.
    /// </summary>
    public static async Task<int> EraseConversationsAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken)
    {
        var ended = db.Set<ConversationRow>()
            .Where(c =>
                subject.PrivateConversations.Contains(c.Key) && !subject.ConversationsOfOpenCases.Contains(c.Key) && c.ErasedAt == null
            );
        return subject.ChannelId == ChannelIds.Directline
            ? await ended.ExecuteUpdateAsync(set => set.SetProperty(c => c.ErasedAt, subject.ErasedAt), cancellationToken)
            : await ended.Where(c => c.Key != subject.ConfirmationConversation).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>In a group the person's messages and the replies to them are deleted.</summary>
    private static async Task<int> EraseInGroupAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        string group,
        CancellationToken cancellationToken
    )
    {
        var (numbers, ids) = (new List<long>(), new HashSet<string?>(StringComparer.Ordinal));
        await foreach (
            var row in db.Set<ActivityRow>()
                .AsNoTracking()
                .Where(a => a.ConversationKey == group)
                .OrderBy(a => a.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            var activity = SchemaJson.FromJson<Activity>(row.Json)!;
            var isOfPerson =
                row.Direction == Direction.Inbound
                    ? activity.From?.Id == subject.UserId
                    : activity.Recipient?.Id == subject.UserId || ids.Contains(activity.ReplyToId ?? "");
            var isConfirmation =
                group == subject.ConfirmationConversation
                && row.Direction == Direction.Outbound
                && row.Sequence > subject.ConfirmationAfter;
            if (isOfPerson && !isConfirmation)
            {
                numbers.Add(row.Number);
                ids.Add(activity.Id);
            }
        }

        return await db.Set<ActivityRow>().Where(a => numbers.Contains(a.Number)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Cards of cases in the officials' channel, and what officials entered there. The row that knows the channel's id of the post is kept
    /// without its content, so that the post can be replaced by a card without personal data.
    /// </summary>
    private static async Task<int> EraseCardsOfOfficialsAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        CancellationToken cancellationToken
    )
    {
        var count = 0;
        if (subject.OfficialsConversation is null || subject.CaseNumbers.Count == 0)
        {
            return count;
        }

        foreach (var rows in (await FindCardsAsync(db, subject, cancellationToken)).Values)
        {
            foreach (var row in rows)
            {
                var earlier = db.Set<ActivityRow>().Where(a => a.Number == row.Number);
                count += row.IsPost
                    ? await earlier.ExecuteUpdateAsync(set => set.SetProperty(a => a.Json, "{}"), cancellationToken)
                    : await earlier.ExecuteDeleteAsync(cancellationToken);
            }
        }

        return count;
    }

    /// <summary>The activities of the officials' channel that name a case, by case, the oldest first.</summary>
    private static async Task<Dictionary<string, List<(long Number, bool IsPost)>>> FindCardsAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        CancellationToken cancellationToken
    )
    {
        var since = (
            await db.Set<CaseRow>().Where(r => subject.CaseNumbers.Contains(r.CaseNumber)).MinAsync(r => r.SubmittedAt, cancellationToken)
        ).ToUnixTimeMilliseconds();
        var found = subject.CaseNumbers.ToDictionary(number => number, _ => new List<(long, bool)>(), StringComparer.Ordinal);
        await foreach (
            var row in db.Set<ActivityRow>()
                .AsNoTracking()
                .Where(a => a.ConversationKey == subject.OfficialsConversation && a.Timestamp >= since)
                .OrderBy(a => a.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            foreach (var (number, rows) in found)
            {
                if (
                    row.Json.Contains(number, StringComparison.Ordinal)
                    || row.InvokeBody?.Contains(number, StringComparison.Ordinal) == true
                )
                {
                    rows.Add((row.Number, row.ChannelActivityId is not null));
                }
            }
        }

        return found;
    }
}
