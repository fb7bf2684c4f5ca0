using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The statements that a person agrees to, one for each purpose.</summary>
/// <param name="Processing">Keeping and using the request in order to answer it.</param>
/// <param name="Contact">Calls and e-mails; null in a wording whose only statement covers both purposes.</param>
internal sealed record ConsentWording(LocalizedText Processing, LocalizedText? Contact);

/// <summary>The wordings of the consent, the present one and earlier ones.</summary>
internal static class ConsentTexts
{
    /// <summary>
    /// Must change whenever a statement changes, in either language: a consent is only valid for the wording that was shown.
    /// </summary>
    public const string Version = "2026-11-30";

    /// <summary>The first version with a separate statement for contact. Versions are dates and sort as text.</summary>
    private const string FirstVersionByPurpose = "2026-11-30";

    public static readonly LocalizedText ProcessingLabel = new("Đồng ý xử lý yêu cầu", "Consent to processing");

    public static readonly LocalizedText ProcessingDeskLabel = new("Đồng ý xử lý dữ liệu", "Consent to data processing");

    public static readonly LocalizedText ProcessingQuestion = new(
        "Anh/chị trả lời **đồng ý** hoặc **không đồng ý**.",
        "Please answer **I agree** or **I do not agree**."
    );

    public static readonly LocalizedText ProcessingNeeded = new(
        "Chưa có sự đồng ý của anh/chị thì tôi không thể gửi yêu cầu. Anh/chị có thể đồng ý, hoặc gõ **hủy**.",
        "Without your consent I cannot send the request. You can agree, or type **cancel**."
    );

    public static readonly LocalizedText ContactLabel = new("Liên hệ ngoài cuộc trò chuyện", "Contact outside this chat");

    public static readonly LocalizedText ContactDeskLabel = new("Đồng ý cho liên hệ", "Consent to be contacted");

    public static readonly LocalizedText ContactQuestion = new(
        "Việc này không bắt buộc. Anh/chị trả lời **đồng ý** hoặc **không đồng ý**.",
        "This is voluntary. Please answer **I agree** or **I do not agree**."
    );

    /// <summary>Shown when a telephone number or an address was entered and its use was not agreed to.</summary>
    public static readonly LocalizedText ContactUndecided = new(
        "Anh/chị đã ghi điện thoại hoặc email. Anh/chị đánh dấu ô này để Sở được dùng, hoặc xóa hai mục đó; khi ấy trả lời chỉ hiện trong "
            + "cuộc trò chuyện này.",
        "You entered a telephone number or an e-mail address. Tick this box so that the Department may use it, or empty both fields; then "
            + "the reply appears only in this chat."
    );

    public static readonly LocalizedText ContactAllowed = new(
        "Được gọi điện, gửi email về yêu cầu này",
        "By telephone and e-mail, about this request"
    );

    public static readonly LocalizedText ContactNotAllowed = new(
        "Không: chỉ trả lời trong cuộc trò chuyện này",
        "No: replies only in this chat"
    );

    /// <summary>{0} the time of the consent, {1} the version of the wording.</summary>
    public static readonly LocalizedText GivenAt = new("Đồng ý lúc {0}, bản {1}", "Agreed at {0}, wording of {1}");

    public static readonly LocalizedText Agree = new("Đồng ý", "I agree");

    public static readonly LocalizedText Disagree = new("Không đồng ý", "I do not agree");

    /// <summary>{0} the statement, {1} the time of the consent, {2} the version of the wording.</summary>
    public static readonly LocalizedText Copy = new("“{0}” (đồng ý lúc {1}, bản {2})", "“{0}” (agreed at {1}, wording of {2})");

    /// <summary>
    /// Every wording that was ever agreed to, by its version. A changed wording is a new entry, so that the copy in a case stays what the
    /// person saw.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, ConsentWording> Wordings = new Dictionary<string, ConsentWording>(
        StringComparer.Ordinal
    )
    {
        ["2026-11-22"] = new(
            new LocalizedText(
                "Tôi đồng ý để Sở Tài chính Hà Nội lưu và sử dụng họ tên, điện thoại, email và nội dung trên chỉ để xem xét, trả lời "
                    + "yêu cầu này, và chuyển đến cơ quan có thẩm quyền khi cần. Tôi có thể rút lại đồng ý bất cứ lúc nào. Tôi chịu trách "
                    + "nhiệm về thông tin đã khai.",
                "I agree that the Hanoi Department of Finance keeps and uses my name, telephone number, e-mail address and the above "
                    + "only to consider and answer this request, and passes it on to the competent body where needed. I can withdraw my "
                    + "consent at any time. I answer for what I have declared."
            ),
            Contact: null
        ),
        [Version] = new(
            new LocalizedText(
                "Tôi đồng ý để Sở Tài chính Hà Nội lưu và sử dụng họ tên và nội dung trên chỉ để xem xét, trả lời yêu cầu này, và chuyển "
                    + "đến cơ quan có thẩm quyền khi cần. Tôi có thể rút lại đồng ý bất cứ lúc nào.",
                "I agree that the Hanoi Department of Finance keeps and uses my name and the above only to consider and answer this "
                    + "request, and passes it on to the competent body where needed. I can withdraw my consent at any time."
            ),
            new LocalizedText(
                "Tôi đồng ý để Sở lưu điện thoại, email trên và gọi điện hoặc gửi email cho tôi về yêu cầu này. Nếu tôi không đồng ý, "
                    + "điện thoại và email không được lưu, trả lời chỉ hiện trong cuộc trò chuyện này. Tôi có thể rút lại đồng ý bất cứ "
                    + "lúc nào.",
                "I agree that the Department keeps the above telephone number and e-mail address and calls or e-mails me about this "
                    + "request. If I do not agree, neither is kept and the reply appears only in this chat. I can withdraw my consent at "
                    + "any time."
            )
        ),
    };

    public static ConsentWording Present => Wordings[Version];

    /// <summary>Whether the statement about processing of this version also covered contact.</summary>
    public static bool CoversContact(string version) => string.CompareOrdinal(version, FirstVersionByPurpose) < 0;

    /// <summary>A copy of each consent that was given, as the person saw it, with its time and version.</summary>
    public static IReadOnlyList<string> ComposeCopies(RequestDraft facts, Lang lang)
    {
        if (facts.ConsentVersion is not { } version || Wordings.GetValueOrDefault(version) is not { } wording)
        {
            return [];
        }

        (LocalizedText? Statement, DateTimeOffset? At)[] given =
        [
            (wording.Processing, facts.ConsentedAt),
            (wording.Contact, facts.ContactConsentedAt),
        ];
        return
        [
            .. given.SelectMany<(LocalizedText? Statement, DateTimeOffset? At), string>(consent =>
                consent is { Statement: { } statement, At: { } at }
                    ? [Copy.With(lang, statement[lang], LocalFormat.Time(at, lang), version)]
                    : []
            ),
        ];
    }
}
