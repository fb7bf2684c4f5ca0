using System.Threading.RateLimiting;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// Tells a person in the chat that a message was not accepted. The notice is sent directly and not stored, and not more often than twice a
/// minute.
/// </summary>
internal sealed partial class SlowDownNotice(IEphemeralSender sender, ILogger<SlowDownNotice> logger) : IDisposable
{
    private readonly PartitionedRateLimiter<string> notices = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(
            key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromSeconds(30) }
        )
    );

    /// <summary>Answers an activity of a channel. The refusal does not wait until the channel has taken the notice.</summary>
    public void Send(Activity refused, TimeSpan wait) =>
        _ = SendAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                ChannelId = refused.ChannelId,
                ServiceUrl = refused.ServiceUrl,
                Conversation = refused.Conversation,
                From = refused.Recipient,
                Recipient = refused.From,
                ReplyToId = refused.Id,
                Text = ChatTexts.TooManyMessages.With(LangCodes.Parse(refused.Locale) ?? Lang.Vi, ToSeconds(wait)),
            },
            CancellationToken.None
        );

    /// <summary>Tells the visitor of a conversation on a web page.</summary>
    public Task SendAsync(string conversationId, string text, CancellationToken cancellationToken) =>
        SendAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                ChannelId = ChannelIds.Directline,
                Conversation = new ConversationAccount { Id = conversationId },
                From = new ChannelAccount { Id = "assistant", Role = RoleTypes.Bot },
                Text = text,
            },
            cancellationToken
        );

    public static int ToSeconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    public void Dispose() => notices.Dispose();

    private async Task SendAsync(Activity notice, CancellationToken cancellationToken)
    {
        using var lease = notices.AttemptAcquire($"{notice.ChannelId}/{notice.Conversation?.Id}");
        if (!lease.IsAcquired)
        {
            return;
        }

        try
        {
            await sender.SendAsync(notice, cancellationToken);
        }
#pragma warning disable CA1031 // The refusal itself stands, whether the notice arrives or not.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotSent(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "A notice about too many messages could not be sent")]
    private partial void LogNotSent(Exception exception);
}
