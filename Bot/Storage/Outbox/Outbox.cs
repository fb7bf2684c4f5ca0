using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Appends to a conversation outside a turn, such as an official's reply.</summary>
internal sealed class Outbox(ActivityRecorder recorder)
{
    /// <summary>
    /// Appends an activity to the conversation of the reference inside the caller's transaction. After the commit it is part of the
    /// transcript: connected clients are notified, and the delivery worker pushes it to other channels.
    /// </summary>
    /// <returns>The activity's id.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no transaction: the sequence number must not be committed without the activity.
    /// </exception>
    public Task<string> AppendAsync(AssistantDb db, ConversationReference reference, Activity activity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transaction =
            db.Database.CurrentTransaction ?? throw new InvalidOperationException("An activity is appended inside a transaction.");
        activity.Type ??= ActivityTypes.Message;
        activity.ApplyConversationReference(reference);
        var connection = new PreparedConnection(db.Database.GetDbConnection()) { Transaction = transaction.GetDbTransaction() };
        recorder.RecordOutbound(connection, reference.ChannelId, reference.Conversation?.Id, [activity]);
        db.ConversationsToNotify.Add(ActivityRecorder.ConversationKey(reference.ChannelId, reference.Conversation?.Id));
        return Task.FromResult(activity.Id!);
    }
}
