using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Writes what an asker is told in the chat when an official did something with the case, in the asker's language.</summary>
internal sealed class AskerNotices(IOptions<RequestOptions> options)
{
    /// <returns>A plain text message, so that nothing an official types is read as markup; null when there is nothing to tell.</returns>
    public Activity? Compose(SupportRequest request, RequestEvent entry)
    {
        var isEnglish = request.Facts.Language == "en";
        var from = Sender(entry, isEnglish);
        var text = isEnglish ? English(request.CaseNumber, entry, from) : Vietnamese(request.CaseNumber, entry, from);
        return text is null
            ? null
            : new Activity
            {
                Type = ActivityTypes.Message,
                Text = text,
                TextFormat = TextFormatTypes.Plain,
                Locale = isEnglish ? "en-US" : "vi-VN",
                InputHint = InputHints.AcceptingInput,
                ChannelData = new JsonObject
                {
                    [NoticeAuthors.CaseNumber] = request.CaseNumber,
                    [NoticeAuthors.EventKind] = entry.Kind.ToString(),
                    [NoticeAuthors.EventSequence] = entry.Sequence,
                    ["caseStatus"] = request.Status.ToString(),
                },
            };
    }

    private static string? Vietnamese(string number, RequestEvent entry, string from) =>
        entry.Kind switch
        {
            RequestEventKind.Replied =>
                $"{from} trả lời yêu cầu {number} của anh/chị:\n\n{entry.Text}\n\nNếu cần trao đổi thêm, anh/chị gửi tin nhắn bắt đầu bằng số {number} trong cuộc trò chuyện này.",
            RequestEventKind.AskedBack =>
                $"{from} cần anh/chị bổ sung thông tin cho yêu cầu {number}:\n\n{entry.Text}\n\nĐể bổ sung, anh/chị gửi tin nhắn bắt đầu bằng số {number} trong cuộc trò chuyện này.",
            RequestEventKind.Closed =>
                $"{from} đã đóng yêu cầu {number} của anh/chị. Lý do: {CloseReasons.Vietnamese(entry)}\n\nNếu vấn đề chưa được giải quyết, anh/chị gửi tin nhắn bắt đầu bằng số {number} để mở lại.",
            RequestEventKind.Reopened => $"{from} đã mở lại yêu cầu {number} của anh/chị:\n\n{entry.Text}",
            RequestEventKind.Forwarded =>
                $"{from} đã chuyển yêu cầu {number} của anh/chị đến {entry.Detail} để giải quyết theo thẩm quyền:\n\n{entry.Text}",
            RequestEventKind.Withdrawn when entry.Who.Kind == ActorKind.Official =>
                $"{from} đã ghi nhận việc anh/chị rút yêu cầu {number}:\n\n{entry.Text}",
            RequestEventKind.Merged => $"{from} đã gộp yêu cầu {number} vào yêu cầu {entry.Detail} của anh/chị và sẽ trả lời chung tại đó.",
            _ => null,
        };

    private static string? English(string number, RequestEvent entry, string from) =>
        entry.Kind switch
        {
            RequestEventKind.Replied =>
                $"{from} has replied to your request {number}:\n\n{entry.Text}\n\nTo add something, send a message in this chat that begins with {number}.",
            RequestEventKind.AskedBack =>
                $"{from} needs more information from you for request {number}:\n\n{entry.Text}\n\nTo answer, send a message in this chat that begins with {number}.",
            RequestEventKind.Closed =>
                $"{from} has closed your request {number}. Reason: {CloseReasons.English(entry)}\n\nIf your matter is not settled, send a message that begins with {number} to open it again.",
            RequestEventKind.Reopened => $"{from} has reopened your request {number}:\n\n{entry.Text}",
            RequestEventKind.Forwarded =>
                $"{from} has passed your request {number} to {entry.Detail}, which is competent for it:\n\n{entry.Text}",
            RequestEventKind.Withdrawn when entry.Who.Kind == ActorKind.Official =>
                $"{from} has noted that you withdrew your request {number}:\n\n{entry.Text}",
            RequestEventKind.Merged =>
                $"{from} has joined your request {number} to your request {entry.Detail} and will answer both there.",
            _ => null,
        };

    /// <summary>In whose name an official's word goes out.</summary>
    public string Sender(RequestEvent entry, bool isEnglish)
    {
        var unit = isEnglish ? options.Value.UnitEn : options.Value.UnitVi;
        return options.Value.ShowOfficialName && entry.Who is { Kind: ActorKind.Official, Name: { } name } ? $"{unit} ({name})" : unit;
    }
}
