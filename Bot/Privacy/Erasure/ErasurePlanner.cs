using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>What is stored about a person, for the confirmation of an erasure.</summary>
/// <param name="OpenCases">The numbers of the cases that are being worked on.</param>
/// <param name="EndedCases">The numbers of the cases that have ended and were not erased before.</param>
internal sealed record ErasurePlan(IReadOnlyList<string> OpenCases, IReadOnlyList<string> EndedCases)
{
    public int Conversations { get; init; }

    public int Messages { get; init; }

    public int Questions { get; init; }

    public int Votes { get; init; }

    public int Files { get; init; }
}

/// <summary>Counts what an erasure would erase; reads only.</summary>
internal sealed class ErasurePlanner(IDbContextFactory<AssistantDb> dbContextFactory)
{
    public async Task<ErasurePlan> PlanAsync(string channelId, string conversationId, string userId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var key = ActivityRecorder.ConversationKey(channelId, conversationId);
        var subject = await PersonalDataSubject.ReadAsync(db, channelId, userId, key, cancellationToken);
        var cases = await db.Set<CaseRow>()
            .Where(r => r.ChannelId == channelId && r.UserId == userId && r.ErasedAt == null)
            .OrderBy(r => r.NumericCaseNumber)
            .Select(r => new { r.CaseNumber, r.Group })
            .ToListAsync(cancellationToken);
        var numbers = cases.ConvertAll(r => r.CaseNumber);
        return new ErasurePlan(
            [.. cases.Where(r => r.Group != CaseGroup.Ended).Select(r => r.CaseNumber)],
            [.. cases.Where(r => r.Group == CaseGroup.Ended).Select(r => r.CaseNumber)]
        )
        {
            Conversations = subject.PrivateConversations.Count + subject.Groups.Count,
            Messages = await db.Set<ActivityRow>()
                .CountAsync(a => subject.PrivateConversations.Contains(a.ConversationKey) && a.IsShown, cancellationToken),
            Questions = await db.Set<AnswerRow>().CountAsync(a => a.ChannelId == channelId && a.UserId == userId, cancellationToken),
            Votes = await db.Set<VoteRow>().CountAsync(v => v.ChannelId == channelId && v.UserId == userId, cancellationToken),
            Files = await db.Set<CaseFileRow>().CountAsync(f => numbers.Contains(f.CaseNumber), cancellationToken),
        };
    }
}
