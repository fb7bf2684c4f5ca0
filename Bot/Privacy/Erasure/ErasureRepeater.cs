using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// Repeats erasures that the database does not know, because an older one was restored. A person is found by the digest of the id.
/// </summary>
internal sealed partial class ErasureRepeater(
    IDbContextFactory<AssistantDb> dbContextFactory,
    BatchWriter writer,
    PersonalDataEraser eraser,
    CaseTransaction caseTransaction,
    DeskSettingsStore settingsStore,
    TimeProvider time,
    ILogger<ErasureRepeater> log
)
{
    /// <returns>The number of erasures that were missing.</returns>
    public async Task<int> RepeatAsync(IReadOnlyList<ErasureEntry> entries, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var known = await db.Set<ErasureRow>().Select(e => e.Id).ToListAsync(cancellationToken);
        var missing = entries.ExceptBy(known, entry => entry.Id).ToList();
        if (missing.Count == 0)
        {
            return 0;
        }

        LogMissing(missing.Count);
        var people = await FindPeopleAsync(db, cancellationToken);
        var settings = await settingsStore.GetAsync(cancellationToken);
        foreach (var entry in missing)
        {
            (string ChannelId, string UserId)? person = people.TryGetValue(entry.UserHash, out var found) ? found : null;
            await writer.WriteAsync(
                async scope =>
                {
                    await RepeatAsync(scope.Db, entry, person, settings, cancellationToken);
                    return true;
                },
                cancellationToken
            );
        }

        return missing.Count;
    }

    private async Task RepeatAsync(
        AssistantDb db,
        ErasureEntry entry,
        (string ChannelId, string UserId)? person,
        DeskSettings settings,
        CancellationToken cancellationToken
    )
    {
        var (channelId, userId) = person ?? ("", "");
        if (!entry.KeepsOpenCases)
        {
            var numbers = await db.Set<CaseRow>()
                .Where(r => r.ErasedAt == null)
                .Where(r =>
                    entry.CaseNumber == null
                        ? userId != "" && r.ChannelId == channelId && r.UserId == userId
                        : r.CaseNumber == entry.CaseNumber
                )
                .Select(r => r.CaseNumber)
                .ToListAsync(cancellationToken);
            foreach (var number in numbers)
            {
                await EraseCaseAsync(db, number, settings, cancellationToken);
            }
        }

        if (person is not null && entry.CaseNumber is null)
        {
            var request = new ErasePersonalDataEffect(
                entry.Id,
                channelId,
                ConversationId: "",
                userId,
                ActivityId: null,
                entry.KeepsOpenCases,
                time.GetUtcNow(),
                settings
            );
            await eraser.EraseAsync(db, request, new ErasureOrder(CaseRules.RestoreActor, "system", null), cancellationToken);
            return;
        }

        db.Add(
            new ErasureRow
            {
                Id = entry.Id,
                RequestedAt = entry.RequestedAt,
                RequestedBy = ActorKind.System,
                ChannelId = channelId,
                UserHash = entry.UserHash,
                State = ErasureState.Completed,
                Erased = new SortedDictionary<string, int>(),
                CompletedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task EraseCaseAsync(AssistantDb db, string number, DeskSettings settings, CancellationToken cancellationToken)
    {
        if (
            await CaseStore.ReadAsync(db, number, cancellationToken) is { } stored
            && CaseRules.EraseAgain(stored, time.GetUtcNow()) is CaseDecision.Changed erased
        )
        {
            await caseTransaction.StoreAsync(db, erased.WithDeadlines(stored, settings), settings, cancellationToken);
        }
    }

    /// <summary>Everybody who is named in a table, by digest. Whoever asks for a code on the web page is named by nothing.</summary>
    private static async Task<Dictionary<string, (string ChannelId, string UserId)>> FindPeopleAsync(
        AssistantDb db,
        CancellationToken cancellationToken
    )
    {
        var people = await db.Set<ConversationUserRow>()
            .Select(u => new { u.ChannelId, u.UserId })
            .Union(db.Set<CaseRow>().Select(r => new { r.ChannelId, r.UserId }))
            .Union(db.Set<AnswerRow>().Select(a => new { a.ChannelId, a.UserId }))
            .Union(db.Set<VoteRow>().Select(v => new { v.ChannelId, v.UserId }))
            .Union(db.Set<RecallRow>().Select(r => new { r.ChannelId, r.UserId }))
            .Union(
                db.Set<CaseLookupCodeRow>()
                    .Where(c => c.ChannelId != CaseLookupCodeRow.WebChannelId)
                    .Select(c => new { c.ChannelId, c.UserId })
            )
            .Union(db.Set<AddressConfirmation>().Select(a => new { a.ChannelId, a.UserId }))
            .Union(
                db.Set<MailRow>()
                    .Where(m => m.ChannelId != null && m.UserId != null)
                    .Select(m => new { ChannelId = m.ChannelId!, UserId = m.UserId! })
            )
            .Union(db.Set<ModelUseRow>().Select(u => new { u.ChannelId, u.UserId }))
            .ToListAsync(cancellationToken);
        return people
            .Where(person => person.UserId.Length > 0)
            .ToDictionary(
                person => ErasureRow.ComputeUserHash(person.ChannelId, person.UserId),
                person => (person.ChannelId, person.UserId),
                StringComparer.Ordinal
            );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} erasures of the list are not in the database, which was probably restored from a backup; they are repeated"
    )]
    private partial void LogMissing(int count);
}
