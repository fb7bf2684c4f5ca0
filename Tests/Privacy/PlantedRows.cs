using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>Rows about the person that need a longer way through other features.</summary>
internal static class PlantedRows
{
    public static async Task AddAsync(PrivacyChat chat, CaseNumber number)
    {
        await using var db = await chat.OpenDbAsync();
        db.Add(
            new VoteRow
            {
                ChannelId = "directline",
                ConversationId = chat.Web.ConversationId,
                UserId = PrivacyChat.User,
                AnswerId = "a1",
                ArticleKey = null,
                IsUpvote = false,
                Comment = $"sai với {PersonMarker.Accented}",
                At = 1,
            }
        );
        db.Add(
            new CaseRating
            {
                CaseNumber = number.ToString(),
                InvitedAt = 1,
                Comment = $"cảm ơn, {PrivacyChat.Marker}",
                Score = 5,
            }
        );
        db.Add(
            new RecallRow
            {
                ArticleKey = "T1",
                Revision = "r",
                ChannelId = "directline",
                ConversationId = chat.Web.ConversationId,
                UserId = PrivacyChat.User,
                At = 1,
            }
        );
        db.Add(
            new CaseLookupCodeRow
            {
                Id = "code",
                ChannelId = "directline",
                ConversationId = chat.Web.ConversationId,
                UserId = PrivacyChat.User,
                CaseNumber = number.ToString(),
                RequestedAt = chat.Host.Time.GetUtcNow().ToUnixTimeMilliseconds(),
                IsHandled = true,
            }
        );
        db.Add(
            new ModelUseRow
            {
                ChannelId = "directline",
                UserId = PrivacyChat.User,
                Day = 1,
                Tokens = 1,
            }
        );
        await db.SaveChangesAsync();
    }
}
