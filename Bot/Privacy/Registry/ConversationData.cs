using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>Conversations, and what is stored about questions and answers.</summary>
internal static class ConversationData
{
    public static IReadOnlyList<DataTable> Tables { get; } =
    [
        new DataTable<ActivityRow>(DataKind.Transcript)
            .Personal(a => a.ConversationKey, a => a.ActivityId, a => a.DeduplicationKey, a => a.Json, a => a.InvokeBody)
            .Personal(a => a.ChannelActivityId)
            .NotPersonal(a => a.Number, a => a.Sequence, a => a.Direction, a => a.Timestamp, a => a.IsShown, a => a.Progress)
            .NotPersonal(a => a.Attempts, a => a.AmbiguousAttempts, a => a.NextAttemptAt, a => a.DeliverySince, a => a.UndeliveredReason)
            .NotPersonal(a => a.InvokeStatus, a => a.Problem)
            .EraseWith(TranscriptEraser.EraseActivitiesAsync)
            .ExpireInOrder(a => a.Number, before => a => a.Timestamp < before),
        new DataTable<StateRow>(DataKind.Transcript)
            .Personal(s => s.Key, s => s.Json)
            .NotPersonal(s => s.Version)
            .EraseWith(TranscriptEraser.EraseStatesAsync)
            .ExpireWith(ConversationExpiry.FindStatesAsync),
        new DataTable<ConversationReferenceRow>(DataKind.Transcript)
            .Personal(r => r.Key, r => r.TenantId, r => r.Reference)
            .NotPersonal(r => r.IsActive, r => r.EndReason, r => r.ChangedAt)
            .EraseWith(TranscriptEraser.EraseReferencesAsync)
            .ExpireWith(ConversationExpiry.FindReferencesAsync),
        new DataTable<ConversationUserRow>(DataKind.Transcript)
            .Personal(u => u.ChannelId, u => u.UserId, u => u.ConversationKey)
            .EraseWith(TranscriptEraser.EraseUsersAsync)
            .ExpireWith(ConversationExpiry.FindUsersAsync),
        new DataTable<ConversationRow>(DataKind.Transcript)
            .Personal(c => c.Key, c => c.ConversationId)
            .NotPersonal(c => c.ChannelId, c => c.LastSequence, c => c.LastTimestamp, c => c.CreatedAt, c => c.ErasedAt)
            .EraseWith(TranscriptEraser.EraseConversationsAsync)
            .ExpireWith(ConversationExpiry.FindConversationsAsync),
        new DataTable<AnswerRow>(DataKind.QuestionLog)
            .Personal(a => a.ConversationId, a => a.UserId, a => a.AnswerId, a => a.Question, a => a.Text, a => a.Trace)
            .NotPersonal(a => a.Number, a => a.ChannelId, a => a.At, a => a.Language, a => a.Outcome, a => a.ArticleKey, a => a.Revision)
            .EraseRows(person => a => a.ChannelId == person.ChannelId && a.UserId == person.UserId)
            .ExpireInOrder(a => a.Number, before => a => a.At < before),
        new DataTable<VoteRow>(DataKind.QuestionLog)
            .Personal(v => v.ConversationId, v => v.UserId, v => v.AnswerId, v => v.Comment)
            .NotPersonal(v => v.ChannelId, v => v.ArticleKey, v => v.IsUpvote, v => v.Reason, v => v.At)
            .EraseRows(person => v => v.ChannelId == person.ChannelId && v.UserId == person.UserId)
            .ExpireRows(before => v => v.At < before),
        new DataTable<RecallRow>(DataKind.QuestionLog)
            .Personal(r => r.ConversationId, r => r.UserId)
            .NotPersonal(r => r.ArticleKey, r => r.Revision, r => r.ChannelId, r => r.At)
            .EraseRows(person => r => r.ChannelId == person.ChannelId && r.UserId == person.UserId)
            .ExpireRows(before => r => r.At < before),
        new DataTable<ModelUseRow>(DataKind.ModelUse)
            .Personal(u => u.UserId)
            .NotPersonal(u => u.ChannelId, u => u.Day, u => u.Tokens)
            .EraseRows(person => u => u.ChannelId == person.ChannelId && u.UserId == person.UserId)
            .ExpireRows(before =>
                u => u.Day < DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(before).UtcDateTime).DayNumber
            ),
    ];
}
