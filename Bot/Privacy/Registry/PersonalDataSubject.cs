using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>A person whose data is erased or exported, with the conversations and cases in which it is.</summary>
/// <param name="ChannelId">The channel on which the person writes.</param>
/// <param name="UserId">The channel's id of the person.</param>
internal sealed record PersonalDataSubject(string ChannelId, string UserId)
{
    /// <summary>Keys of the conversations in which nobody else writes.</summary>
    public IReadOnlyList<string> PrivateConversations { get; init; } = [];

    /// <summary>Keys of the conversations in which others write too.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>
    /// While a case is being worked on, its conversation and the one in which the person asked: their messages are erased, they go on.
    /// </summary>
    public IReadOnlyList<string> ConversationsOfOpenCases { get; init; } = [];

    /// <summary>The numbers of the cases whose data is erased.</summary>
    public IReadOnlyList<string> CaseNumbers { get; init; } = [];

    /// <summary>The conversations that go on, at least until the confirmation was read.</summary>
    public IReadOnlyList<string> ContinuedConversations =>
        ConfirmationConversation is null ? ConversationsOfOpenCases : [.. ConversationsOfOpenCases, ConfirmationConversation];

    /// <summary>The same as <see cref="CaseRow.NumericCaseNumber"/>.</summary>
    public IReadOnlyList<long> NumericCaseNumbers => [.. CaseNumbers.Select(CaseRowMapper.ToNumericCaseNumber)];

    /// <summary>Unix milliseconds.</summary>
    public long ErasedAt { get; init; }

    /// <summary>The conversation in which the erasure is confirmed; null when it is not.</summary>
    public string? ConfirmationConversation { get; init; }

    /// <summary>The messages of the bot after this position confirm the erasure and are kept until they were read.</summary>
    public long ConfirmationAfter { get; init; }

    /// <summary>The conversation of the officials' channel, in which cards of cases are shown; null when there is none.</summary>
    public string? OfficialsConversation { get; init; }

    /// <summary>Finds the conversations of a person.</summary>
    /// <param name="currentConversation">The key of a conversation that is known to be the person's.</param>
    public static async Task<PersonalDataSubject> ReadAsync(
        AssistantDb db,
        string channelId,
        string userId,
        string? currentConversation,
        CancellationToken cancellationToken
    )
    {
        var conversations = await db.Set<ConversationUserRow>()
            .Where(u => u.ChannelId == channelId && u.UserId == userId)
            .Select(u => u.ConversationKey)
            .ToListAsync(cancellationToken);
        if (currentConversation is not null && !conversations.Contains(currentConversation, StringComparer.Ordinal))
        {
            conversations.Add(currentConversation);
        }

        var groups = await db.Set<ConversationUserRow>()
            .Where(u => conversations.Contains(u.ConversationKey) && u.UserId != userId)
            .Select(u => u.ConversationKey)
            .Distinct()
            .ToListAsync(cancellationToken);
        return new PersonalDataSubject(channelId, userId)
        {
            PrivateConversations = [.. conversations.Except(groups, StringComparer.Ordinal)],
            Groups = groups,
        };
    }
}
