using System.Globalization;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Every sentence that an answer says by itself, in both languages. What articles say is in the articles.</summary>
/// <param name="OutOfScopeWithBody">{0} whose matter it is.</param>
/// <param name="AsOf">{0} the day asked about.</param>
/// <param name="AsRemembered">{0} a sentence.</param>
/// <param name="CeilingPerYear">{0} size, {1} percent, {2} amount, {3} clause.</param>
/// <param name="CeilingPerContract">{0} size, {1} percent, {2} amount, {3} clause.</param>
/// <param name="CitRate">{0} revenue, {1} percent, {2} clause.</param>
/// <param name="InvoiceNeeded">{0} revenue, {1} bound, {2} clause.</param>
/// <param name="InvoiceFree">{0} revenue, {1} bound, {2} clause.</param>
/// <param name="TaxCodeFits">{0} the code.</param>
/// <param name="TaxCodeUnfit">{0} the code, {1} why, a sentence.</param>
/// <param name="InForce">{0} from, {1} checked.</param>
/// <param name="InForceUntil">{0} from, {1} until, {2} checked.</param>
/// <param name="CheckedOnly">{0} checked.</param>
/// <param name="EndedOn">{0} title, {1} last day in force.</param>
/// <param name="NotYet">{0} title, {1} first day in force.</param>
internal sealed record AnswerTexts(
    string Empty,
    string ClarifyReadings,
    string ClarifyWithoutChoices,
    string Unanswerable,
    string UnanswerableWithSuggestions,
    string Personal,
    string PersonalWithRelated,
    string OutOfScope,
    string OutOfScopeWithBody,
    string Emergency,
    string Greeting,
    string Thanks,
    string Goodbye,
    string WhoAreYou,
    string Displeased,
    string Surprised,
    string Meaning,
    string InForce,
    string InForceUntil,
    string CheckedOnly,
    string EndedOn,
    string NotYet,
    string AsOf,
    string AsRemembered,
    string CeilingPerYear,
    string CeilingPerContract,
    string Confirm,
    string MayBeRaised,
    string CitRate,
    string InvoiceNeeded,
    string InvoiceFree,
    string TaxCodeFits,
    string TaxCodeUnfit,
    IReadOnlyDictionary<SmeClass, string> Sizes
)
{
    public static AnswerTexts For(Lang lang) => lang == Lang.En ? English : Vietnamese;

    private static readonly AnswerTexts Vietnamese = new(
        Empty: "Anh/chị vui lòng gõ câu hỏi, ví dụ: “Doanh nghiệp nhỏ được hỗ trợ gì?”.",
        ClarifyReadings: "Anh/chị muốn hỏi về nội dung nào dưới đây?",
        ClarifyWithoutChoices: "Anh/chị có thể nói rõ hơn một chút không? Ví dụ: muốn được hỗ trợ về việc gì, cho doanh nghiệp quy mô nào.",
        Unanswerable: "Tôi chưa có thông tin đã kiểm chứng để trả lời câu này. Anh/chị có thể gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        UnanswerableWithSuggestions: "Tôi chưa có thông tin đã kiểm chứng để trả lời đúng câu này. Có thể anh/chị đang tìm một trong các nội dung dưới đây; nếu không phải, anh/chị có thể gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        Personal: "Việc này cần xem hồ sơ cụ thể của anh/chị nên tôi không thể trả lời thay cán bộ. Anh/chị có thể gửi yêu cầu: cán bộ phụ trách của Sở Tài chính sẽ xem và trả lời, hoặc cho biết cơ quan nào có thẩm quyền.",
        PersonalWithRelated: "Việc này cần xem hồ sơ cụ thể của anh/chị nên tôi không thể trả lời thay cán bộ. Anh/chị có thể gửi yêu cầu: cán bộ phụ trách của Sở Tài chính sẽ xem và trả lời, hoặc cho biết cơ quan nào có thẩm quyền. Trong lúc chờ, anh/chị có thể xem quy định chung dưới đây.",
        OutOfScope: "Câu hỏi này nằm ngoài phạm vi của tôi. Tôi chỉ hướng dẫn về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh nghiệp nhỏ và vừa tại Hà Nội.",
        OutOfScopeWithBody: "Việc này không thuộc Sở Tài chính nên tôi không hướng dẫn được; anh/chị hỏi {0} giúp. Tôi chỉ hướng dẫn về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh nghiệp nhỏ và vừa tại Hà Nội.",
        Emergency: "Tôi rất tiếc khi anh/chị đang phải trải qua chuyện này. Tôi là máy nên không giúp trực tiếp được, nhưng anh/chị không phải một mình: nếu bản thân hoặc ai đó đang gặp nguy hiểm, xin gọi ngay **115** (cấp cứu) hoặc **113** (công an), và nói với một người anh/chị tin cậy. Chuyện công việc, nợ nần có thể tính sau; khi anh/chị sẵn sàng, cán bộ Sở Tài chính có thể lắng nghe và hướng dẫn.",
        Greeting: "Xin chào anh/chị! Tôi là trợ lý tự động hướng dẫn doanh nghiệp nhỏ và vừa tại Hà Nội. Anh/chị muốn hỏi về hỗ trợ, vốn hay tiêu chuẩn nhà cung cấp?",
        Thanks: "Cảm ơn anh/chị. Nếu cần thêm thông tin, anh/chị cứ hỏi tiếp nhé.",
        Goodbye: "Chào anh/chị. Chúc anh/chị kinh doanh thuận lợi!",
        WhoAreYou: "Tôi là trợ lý tự động (không phải người) hướng dẫn về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh nghiệp nhỏ và vừa tại Hà Nội. Tôi trả lời từ các bài đã được kiểm tra và dẫn căn cứ; tôi không quyết định hồ sơ. Khi cần, tôi chuyển yêu cầu của anh/chị đến cán bộ Sở Tài chính.",
        Displeased: "Tôi xin lỗi vì chưa giúp được anh/chị. Anh/chị thử hỏi lại bằng cách khác, nói rõ việc cần và quy mô doanh nghiệp; hoặc gửi yêu cầu để cán bộ Sở Tài chính trả lời trực tiếp.",
        Surprised: "Vâng. Nếu có chỗ nào chưa rõ, anh/chị nhắn “xem thêm” để đọc phần còn lại, hoặc hỏi tiếp điều anh/chị muốn biết.",
        Meaning: "Ý nghĩa của từ",
        InForce: "Có hiệu lực từ {0}; kiểm tra ngày {1}.",
        InForceUntil: "Có hiệu lực từ {0} đến hết {1}; kiểm tra ngày {2}.",
        CheckedOnly: "Kiểm tra ngày {0}.",
        EndedOn: "**Lưu ý:** nội dung “{0}” đã hết hiệu lực sau ngày {1}.",
        NotYet: "**Lưu ý:** nội dung “{0}” chỉ có hiệu lực từ ngày {1}, chưa áp dụng vào ngày anh/chị hỏi.",
        AsOf: "Xét tại ngày {0}.",
        AsRemembered: "Theo điều anh/chị đã cho biết: {0}",
        CeilingPerYear: "**Doanh nghiệp {0}:** có thể được hỗ trợ tối đa {1} %, không quá {2} mỗi năm ({3}).",
        CeilingPerContract: "**Doanh nghiệp {0}:** có thể được hỗ trợ tối đa {1} %, không quá {2} mỗi hợp đồng trong một năm ({3}).",
        Confirm: "Mức này theo nguồn thứ cấp; xin xác nhận lại trước khi áp dụng.",
        MayBeRaised: "Diện ưu tiên có thể có mức cao hơn nhưng con số chưa được kiểm chứng.",
        CitRate: "**Doanh thu năm trước {0}:** thuế suất thường áp dụng là {1} % ({2}), trừ công ty con, công ty liên kết với doanh nghiệp không đủ điều kiện; cơ quan thuế xác định khi kê khai.",
        InvoiceNeeded: "**Doanh thu {0} một năm:** trên {1} nên phải dùng hóa đơn điện tử ({2}).",
        InvoiceFree: "**Doanh thu {0} một năm:** không quá {1} nên không bắt buộc dùng hóa đơn điện tử ({2}).",
        TaxCodeFits: "**Mã {0}:** đúng số kiểm tra. Điều đó không xác nhận doanh nghiệp có tồn tại hay đang hoạt động.",
        TaxCodeUnfit: "**Mã {0}:** {1}",
        Sizes: new Dictionary<SmeClass, string>
        {
            [SmeClass.Micro] = "siêu nhỏ",
            [SmeClass.Small] = "nhỏ",
            [SmeClass.Medium] = "vừa",
        }
    );

    private static readonly AnswerTexts English = new(
        Empty: "Please type a question, for example: “What support can a small company get?”.",
        ClarifyReadings: "Which of these would you like to know about?",
        ClarifyWithoutChoices: "Could you say a little more? For example, what you need support for, and the size of your business.",
        Unanswerable: "I do not have verified information to answer this. You can send a request, and an official of the Department of Finance will answer it.",
        UnanswerableWithSuggestions: "I do not have verified information to answer exactly this. You may be looking for one of the topics below; if not, you can send a request, and an official of the Department of Finance will answer it.",
        Personal: "This depends on your own file, so I cannot answer it in an official's place. You can send a request: the responsible official of the Department of Finance will look into it, or tell you which body decides.",
        PersonalWithRelated: "This depends on your own file, so I cannot answer it in an official's place. You can send a request: the responsible official of the Department of Finance will look into it, or tell you which body decides. Meanwhile, the general rules below may help.",
        OutOfScope: "This question is outside what I can help with. I only give guidance on support, financing and supplier standards for small and medium enterprises in Hanoi.",
        OutOfScopeWithBody: "This is not a matter of the Department of Finance, so I cannot help with it; please ask {0}. I only give guidance on support, financing and supplier standards for small and medium enterprises in Hanoi.",
        Emergency: "I am very sorry that you are going through this. I am a machine and cannot help directly, but you are not alone: if you or somebody else is in danger, please call **115** (ambulance) or **113** (police) now, and talk to a person you trust. Business and debts can wait; whenever you are ready, an official of the Department of Finance can listen and guide you.",
        Greeting: "Hello! I am an automated assistant for small and medium enterprises in Hanoi. Would you like to ask about support, financing or supplier standards?",
        Thanks: "You are welcome. Please ask again whenever you need more information.",
        Goodbye: "Goodbye, and I wish your business well!",
        WhoAreYou: "I am an automated assistant, not a person. I give guidance on support, financing and supplier standards for small and medium enterprises in Hanoi, from reviewed articles and with their legal basis. I do not decide applications. When you need a person, I pass your request on to the Department of Finance.",
        Displeased: "I am sorry that I have not been of help. Please try other words, with what you need and the size of your business; or send a request, and an official of the Department of Finance will answer you in person.",
        Surprised: "Yes. If anything is unclear, write “more” to read the rest, or ask on.",
        Meaning: "What the term means",
        InForce: "In force from {0}; checked on {1}.",
        InForceUntil: "In force from {0} to {1}; checked on {2}.",
        CheckedOnly: "Checked on {0}.",
        EndedOn: "**Please note:** “{0}” ended after {1}.",
        NotYet: "**Please note:** “{0}” only applies from {1}, after the day you asked about.",
        AsOf: "As of {0}.",
        AsRemembered: "From what you told me: {0}",
        CeilingPerYear: "**A {0} enterprise:** up to {1} %, at most {2} a year ({3}), if the conditions are met.",
        CeilingPerContract: "**A {0} enterprise:** up to {1} %, at most {2} per contract and year ({3}), if the conditions are met.",
        Confirm: "This amount is according to secondary sources; please confirm before relying on it.",
        MayBeRaised: "The priority group may have a higher amount, but its figure is not verified.",
        CitRate: "**Revenue of {0} last year:** the rate is normally {1} % ({2}), except for subsidiaries and affiliates of an enterprise that does not qualify; the tax authority decides on the declaration.",
        InvoiceNeeded: "**Revenue of {0} a year:** above {1}, so e-invoices must be used ({2}).",
        InvoiceFree: "**Revenue of {0} a year:** not above {1}, so e-invoices are not compulsory ({2}).",
        TaxCodeFits: "**Code {0}:** the check digit fits. That does not say that the enterprise exists or is active.",
        TaxCodeUnfit: "**Code {0}:** {1}",
        Sizes: new Dictionary<SmeClass, string>
        {
            [SmeClass.Micro] = "micro",
            [SmeClass.Small] = "small",
            [SmeClass.Medium] = "medium",
        }
    );
}

internal static class TextFormatting
{
    /// <summary>Fills a text in.</summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);
}
