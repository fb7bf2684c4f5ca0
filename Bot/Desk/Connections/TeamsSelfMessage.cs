using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.References;

namespace PolicyAssistantBot.Desk.Connections;

/// <summary>Sends a message to the own chat with the assistant in Teams, on the way that messages to askers take.</summary>
internal sealed class TeamsSelfMessage(IDbContextFactory<AssistantDb> dbContextFactory, Outbox outbox)
{
    private const string PersonalConversation = "personal";

    public async Task<ConnectionTrial> SendAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.EntraObjectId is not { } objectId)
        {
            return new(ConnectionService.TeamsKey, IsGood: false, ConnectionTexts.NoEntraId, null);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        if (await FindChatAsync(db, objectId, cancellationToken) is not { } chat)
        {
            return new(ConnectionService.TeamsKey, IsGood: false, ConnectionTexts.NoTeamsChat, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var text = ConnectionTexts.TeamsMessage[OfficialMailComposer.GetLanguage(account)];
        await outbox.AppendAsync(db, chat, MessageFactory.Text(text), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(ConnectionService.TeamsKey, IsGood: true, ConnectionTexts.TeamsMessageSent, null);
    }

    /// <summary>The personal chat that was used last and still accepts messages.</summary>
    private static async Task<ConversationReference?> FindChatAsync(AssistantDb db, string objectId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ConversationReferenceRow>()
            .AsNoTracking()
            .Where(row => row.IsActive && row.Key.StartsWith(ChannelIds.Msteams + "/") && row.Reference.Contains(objectId))
            .OrderByDescending(row => row.ChangedAt)
            .Select(row => row.Reference)
            .ToListAsync(cancellationToken);
        return rows.Select(SchemaJson.FromJson<ConversationReference>)
            .FirstOrDefault(reference =>
                reference?.Conversation?.ConversationType == PersonalConversation
                && string.Equals(reference.User?.AadObjectId, objectId, StringComparison.OrdinalIgnoreCase)
            );
    }
}
