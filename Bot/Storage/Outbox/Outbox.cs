using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Writes into a conversation outside a turn, such as an official's reply.</summary>
internal sealed class Outbox(ActivityRecorder recorder)
{
    /// <summary>
    /// Adds an activity to the conversation inside the caller's transaction, addressed by the reference. It is part of the transcript
    /// once the caller commits; live clients are then woken, and channels that are pushed to get it from the delivery worker.
    /// </summary>
    /// <returns>The activity's id.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: the number taken here must not be committed before the activity.</exception>
    public Task<string> AppendAsync(AssistantDb db, ConversationReference reference, Activity activity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transaction =
            db.Database.CurrentTransaction ?? throw new InvalidOperationException("An activity is appended inside a transaction.");
        activity.Type ??= ActivityTypes.Message;
        activity.ApplyConversationReference(reference);
        var sql = new PreparedConnection(db.Database.GetDbConnection()) { Transaction = transaction.GetDbTransaction() };
        recorder.Outbound(sql, reference.ChannelId, reference.Conversation?.Id, [activity]);
        db.Announcements.Add(ActivityRecorder.ConversationKey(reference.ChannelId, reference.Conversation?.Id));
        return Task.FromResult(activity.Id!);
    }
}
