using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>A person wants all their data erased; stored with the turn in which it was confirmed.</summary>
/// <param name="Id">Of the record of the erasure.</param>
/// <param name="ActivityId">The message that confirmed it; the bot's replies to it are kept until they were read.</param>
/// <param name="KeepsOpenCases">Cases that are being worked on are erased when they end; otherwise there must be none.</param>
internal sealed record ErasePersonalDataEffect(
    string Id,
    string ChannelId,
    string ConversationId,
    string UserId,
    string? ActivityId,
    bool KeepsOpenCases,
    DateTimeOffset At,
    DeskSettings Settings
) : IEffect
{
    public string ConversationKey => ActivityRecorder.ConversationKey(ChannelId, ConversationId);
}

/// <summary>Who carries out an erasure.</summary>
/// <param name="Channel">Where it is done, as in <see cref="CaseEvent.Channel"/>.</param>
internal sealed record ErasureOrder(Actor Actor, string Channel, string? Reason);

/// <summary>Erases a person's data in one transaction; files follow, see <see cref="ErasureWorker"/>.</summary>
internal sealed class PersonalDataEraser(
    CaseTransaction caseTransaction,
    RecentConversationUsers recentUsers,
    ConversationReferenceCache recentReferences,
    PrivacyOptionsReader options
) : IEffectHandler
{
    /// <summary>The length of an id of <see cref="FileStore"/>, in hexadecimal digits.</summary>
    private const int FileIdLength = 32;

    public bool CanHandle(IEffect effect) => effect is ErasePersonalDataEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var request = (ErasePersonalDataEffect)effect;
        var order = new ErasureOrder(new Actor(ActorKind.Asker, request.UserId, null), request.ChannelId, null);
        return await EraseAsync(db, request, order, cancellationToken) ? EffectResult.Stored : EffectResult.Conflict;
    }

    /// <summary>Erases everything that may be erased now, in the caller's transaction.</summary>
    /// <returns>False, and nothing erased, when a case is being worked on that must have ended.</returns>
    public async Task<bool> EraseAsync(
        AssistantDb db,
        ErasePersonalDataEffect request,
        ErasureOrder order,
        CancellationToken cancellationToken
    )
    {
        var (channelId, userId) = (request.ChannelId, request.UserId);
        var cases = await db.Set<CaseRow>()
            .Where(r => r.ChannelId == channelId && r.UserId == userId && r.ErasedAt == null)
            .Select(r => new
            {
                r.CaseNumber,
                r.ConversationId,
                r.Group,
            })
            .ToListAsync(cancellationToken);
        var open = cases.Where(r => r.Group != CaseGroup.Ended).ToList();
        if (open.Count > 0 && !request.KeepsOpenCases)
        {
            return false;
        }

        var subject = await PersonalDataSubject.ReadAsync(db, channelId, userId, request.ConversationKey, cancellationToken);
        subject = subject with
        {
            CaseNumbers = [.. cases.Where(r => r.Group == CaseGroup.Ended).Select(r => r.CaseNumber)],
            ConversationsOfOpenCases =
            [
                .. open.Select(r => ActivityRecorder.ConversationKey(channelId, r.ConversationId))
                    .Concat(open.Count > 0 ? [request.ConversationKey] : [])
                    .Distinct(StringComparer.Ordinal),
            ],
            ErasedAt = request.At.ToUnixTimeMilliseconds(),
            ConfirmationConversation = request.ActivityId is null ? null : request.ConversationKey,
            ConfirmationAfter = await FindSequenceAsync(db, request, cancellationToken),
            OfficialsConversation = options.OfficialsConversation,
        };
        var work = await CollectWorkAsync(db, subject, cancellationToken);
        await RecordInHistoriesAsync(db, subject, order, request.At, request.Settings, cancellationToken);
        var counts = await EraseTablesAsync(db, subject with { CaseNumbers = [] }, cancellationToken);
        foreach (var conversation in subject.PrivateConversations.Concat(subject.Groups))
        {
            recentUsers.Remove(conversation, userId);
            recentReferences.Remove(conversation);
        }

        await SaveRecordAsync(db, request, order, counts, work, open.Count > 0, cancellationToken);
        return true;
    }

    /// <summary>Erases the tables for a person, in the order of the registry.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> EraseTablesAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        CancellationToken cancellationToken
    )
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in PersonalDataRegistry.Tables)
        {
            var count = await table.EraseAsync(db, subject, cancellationToken);
            if (count > 0)
            {
                counts[table.EntityType.Name] = count;
            }
        }

        return counts;
    }

    private static async Task<long> FindSequenceAsync(AssistantDb db, ErasePersonalDataEffect request, CancellationToken cancellationToken)
    {
        var (key, id) = (request.ConversationKey, request.ActivityId);
        return id is null ? 0
            : ActivityIds.FindSequence(request.ConversationId, id) is > 0 and var sequence ? sequence
            : await db.Set<ActivityRow>()
                .Where(a => a.ConversationKey == key && a.ActivityId == id)
                .Select(a => a.Sequence)
                .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Adds the erasure to the history of each case, so that the chain shows why contents are missing; <see cref="CaseErasureObserver"/>
    /// removes them.
    /// </summary>
    private async Task RecordInHistoriesAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        ErasureOrder order,
        DateTimeOffset at,
        DeskSettings settings,
        CancellationToken cancellationToken
    )
    {
        foreach (var number in subject.CaseNumbers)
        {
            var stored = await CaseStore.ReadAsync(db, number, cancellationToken);
            if (stored is not null && CaseRules.Erase(stored, order.Actor, order.Channel, at, order.Reason) is CaseDecision.Changed erased)
            {
                await caseTransaction.StoreAsync(db, erased.WithDeadlines(stored, settings), settings, cancellationToken);
            }
        }
    }

    /// <summary>The files that are deleted after the commit; to be called before the tables are erased.</summary>
    public static async Task<ErasureWork> CollectWorkAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken)
    {
        var files = await db.Set<CaseFileRow>()
            .Where(f => subject.CaseNumbers.Contains(f.CaseNumber))
            .Select(f => f.Id)
            .ToListAsync(cancellationToken);
        var states = await db.Set<StateRow>()
            .AsNoTracking()
            .Where(s => subject.PrivateConversations.Contains(s.Key) || subject.Groups.Contains(s.Key))
            .ToListAsync(cancellationToken);
        foreach (var state in states)
        {
            var document = JsonNode.Parse(state.Json)!;
            var ofPerson = subject.Groups.Contains(state.Key) ? document[TranscriptEraser.GetStateScope(subject.UserId)] : document;
            files.AddRange(FindFileIds(ofPerson));
        }

        var conversationIds = await db.Set<ConversationRow>()
            .Where(c => subject.PrivateConversations.Contains(c.Key))
            .Select(c => c.ConversationId)
            .ToListAsync(cancellationToken);
        return new ErasureWork(subject.ConfirmationConversation, conversationIds, files);
    }

    /// <summary>The files of unsent forms: every text of the state that has the form of a file's id.</summary>
    private static IEnumerable<string> FindFileIds(JsonNode? node) =>
        node switch
        {
            JsonObject document => document.SelectMany(member => FindFileIds(member.Value)),
            JsonArray array => array.SelectMany(FindFileIds),
            JsonValue value
                when value.TryGetValue(out string? text) && text.Length == FileIdLength && text.All(char.IsAsciiHexDigitLower) => [text],
            _ => [],
        };

    private static async Task SaveRecordAsync(
        AssistantDb db,
        ErasePersonalDataEffect request,
        ErasureOrder order,
        IReadOnlyDictionary<string, int> counts,
        ErasureWork work,
        bool isWaiting,
        CancellationToken cancellationToken
    )
    {
        var state = isWaiting ? ErasureState.WaitingForCases : ErasureState.Cleaning;
        if (await db.Set<ErasureRow>().FindAsync([request.Id], cancellationToken) is { } existing)
        {
            // The second part of an erasure that waited for the end of a case.
            existing.State = state;
            existing.Remaining = work;
            existing.Erased = Add(existing.Erased, counts);
        }
        else
        {
            db.Add(
                new ErasureRow
                {
                    Id = request.Id,
                    RequestedAt = request.At.ToUnixTimeMilliseconds(),
                    RequestedBy = order.Actor.Kind,
                    OfficialId = order.Actor.Kind == ActorKind.Official ? order.Actor.Id : null,
                    ChannelId = request.ChannelId,
                    UserId = request.UserId,
                    UserHash = ErasureRow.ComputeUserHash(request.ChannelId, request.UserId),
                    State = state,
                    Erased = counts,
                    Remaining = work,
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static SortedDictionary<string, int> Add(IReadOnlyDictionary<string, int> earlier, IReadOnlyDictionary<string, int> later)
    {
        var sum = new SortedDictionary<string, int>(earlier.ToDictionary(), StringComparer.Ordinal);
        foreach (var (table, count) in later)
        {
            sum[table] = sum.GetValueOrDefault(table) + count;
        }

        return sum;
    }
}
