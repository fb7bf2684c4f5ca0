using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the desk's pages about messages in the asker's chat.</summary>
internal static class DeskMessageTexts
{
    public static readonly LocalizedText Title = new("Tin nhắn đến người gửi", "Messages to the asker");
    public static readonly LocalizedText Retry = new("Gửi lại", "Send again");

    public static readonly LocalizedText RetryWithCopyWarning = new("Gửi lại (có thể thành hai bản)", "Send again (may be a copy)");
    public static readonly LocalizedText OwnUndelivered = new(
        "Tin nhắn của anh/chị chưa gửi được trong yêu cầu:",
        "Your messages were not delivered in case:"
    );

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText UndeliveredCount = new("{0} tin nhắn chưa gửi được", "Messages not delivered: {0}");

    public static LocalizedText GetRetryLabel(bool mayHaveArrived) => mayHaveArrived ? RetryWithCopyWarning : Retry;

    /// <summary>{0} how often.</summary>
    public static readonly LocalizedText Attempts = new("đã thử {0} lần", "tried {0} times");

    /// <summary>{0} when.</summary>
    public static readonly LocalizedText NextAttempt = new("lần tới {0}", "next at {0}");

    public static LocalizedText StateOf(CaseMessage message) =>
        message.State switch
        {
            Progress.Done => new("đã đến cuộc trò chuyện", "delivered to the chat"),
            Progress.Undelivered when message.MayHaveArrived => new(
                "chưa rõ đã đến hay chưa; gửi lại có thể thành hai bản",
                "may have arrived; sending it again may produce a copy"
            ),
            Progress.Undelivered => new("không gửi được", "could not be delivered"),
            Progress.Dropped => new("đã bỏ, không gửi nữa", "dropped"),
            _ when message.Attempts > 0 => new("chưa gửi được, sẽ thử lại", "not delivered yet, will be tried again"),
            _ => new("đang chờ gửi", "waiting to be delivered"),
        };
}
