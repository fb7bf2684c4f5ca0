namespace PolicyAssistantBot.Requests.Rules;

/// <summary>Why a case was closed, in words.</summary>
internal static class CloseReasons
{
    public static string Vietnamese(CloseReason reason) =>
        reason switch
        {
            CloseReason.Answered => "đã trả lời đầy đủ",
            CloseReason.NoAnswer => "chưa nhận được thông tin bổ sung",
            CloseReason.NotOurMatter => "nội dung không thuộc thẩm quyền của đơn vị",
            CloseReason.Duplicate => "trùng với một yêu cầu khác",
            _ => "lý do khác",
        };

    public static string English(CloseReason reason) =>
        reason switch
        {
            CloseReason.Answered => "fully answered",
            CloseReason.NoAnswer => "the information asked for was not received",
            CloseReason.NotOurMatter => "the matter is not within the unit's competence",
            CloseReason.Duplicate => "the same as another request",
            _ => "another reason",
        };

    public static string Vietnamese(RequestEvent closed) => Sentence(Vietnamese(Of(closed)), closed.Text);

    public static string English(RequestEvent closed) => Sentence(English(Of(closed)), closed.Text);

    public static CloseReason Of(RequestEvent closed) =>
        Enum.TryParse<CloseReason>(closed.Detail, out var reason) ? reason : CloseReason.Other;

    private static string Sentence(string reason, string? text) => text is null ? $"{reason}." : $"{reason}.\n\n{text}";
}
