using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>All texts that answers add to the texts of articles.</summary>
internal static class AnswerTexts
{
    public static readonly LocalizedText Empty = new(
        "Anh/chị vui lòng gõ câu hỏi, ví dụ: “Doanh nghiệp nhỏ được hỗ trợ gì?”.",
        "Please type a question, for example: “What support can a small company get?”."
    );

    public static readonly LocalizedText ClarifyReadings = new(
        "Anh/chị muốn hỏi về nội dung nào dưới đây?",
        "Which of these would you like to know about?"
    );

    public static readonly LocalizedText ClarifyWithoutChoices = new(
        "Anh/chị có thể nói rõ hơn một chút không? Ví dụ: muốn được hỗ trợ về việc gì, cho doanh nghiệp quy mô nào.",
        "Could you say a little more? For example, what you need support for, and the size of your business."
    );

    public static readonly LocalizedText Unanswerable = new(
        "Tôi chưa có thông tin đã kiểm chứng để trả lời câu này. Anh/chị có thể gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        "I do not have verified information to answer this. You can send a request, and an official of the Department of "
            + "Finance will answer it."
    );

    public static readonly LocalizedText UnanswerableWithSuggestions = new(
        "Tôi chưa có thông tin đã kiểm chứng để trả lời đúng câu này. Có thể anh/chị đang tìm một trong các nội dung dưới đây; "
            + "nếu không phải, anh/chị có thể gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        "I do not have verified information to answer exactly this. You may be looking for one of the topics below; if not, "
            + "you can send a request, and an official of the Department of Finance will answer it."
    );

    /// <summary>{0} the day, {1} why.</summary>
    public static readonly LocalizedText OnHold = new(
        "Từ ngày {0}, nội dung này đang được rà soát nên tôi tạm chưa hướng dẫn. {1}\n\nAnh/chị có thể gửi yêu cầu để cán bộ Sở Tài "
            + "chính trả lời.",
        "Since {0} this matter has been under review, so I give no guidance on it for now. {1}\n\nYou can send a request, and an official "
            + "of the Department of Finance will answer it."
    );

    /// <summary>{0} the title, {1} the day, {2} why.</summary>
    public static readonly LocalizedText Withdrawn = new(
        "Hướng dẫn “{0}” đã được thu hồi từ ngày {1}. {2}\n\nAnh/chị có thể gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        "The guidance “{0}” was withdrawn on {1}. {2}\n\nYou can send a request, and an official of the Department of Finance will "
            + "answer it."
    );

    /// <summary>{0} the title, {1} the day, {2} why, {3} the title of the article that takes its place.</summary>
    public static readonly LocalizedText WithdrawnAndReplaced = new(
        "Hướng dẫn “{0}” đã được thu hồi từ ngày {1}. {2}\n\nNay anh/chị xem “{3}”, hoặc gửi yêu cầu để cán bộ Sở Tài chính trả lời.",
        "The guidance “{0}” was withdrawn on {1}. {2}\n\nSee “{3}” instead, or send a request to an official of the Department of Finance."
    );

    /// <summary>{0} the body that decides, beside the Department.</summary>
    public static readonly LocalizedText AskAuthority = new(
        "Việc này do {0} giải quyết nên anh/chị cũng có thể hỏi trực tiếp nơi đó.",
        "This is decided by {0}, so you can also ask there directly."
    );

    public static readonly LocalizedText Personal = new(
        "Việc này cần xem hồ sơ cụ thể của anh/chị nên tôi không thể trả lời thay cán bộ. Anh/chị có thể gửi yêu cầu: cán bộ "
            + "phụ trách của Sở Tài chính sẽ xem và trả lời, hoặc cho biết cơ quan nào có thẩm quyền.",
        "This depends on your own file, so I cannot answer it in an official's place. You can send a request: the responsible "
            + "official of the Department of Finance will look into it, or tell you which body decides."
    );

    public static readonly LocalizedText PersonalWithRelated = new(
        "Việc này cần xem hồ sơ cụ thể của anh/chị nên tôi không thể trả lời thay cán bộ. Anh/chị có thể gửi yêu cầu: cán bộ "
            + "phụ trách của Sở Tài chính sẽ xem và trả lời, hoặc cho biết cơ quan nào có thẩm quyền. Trong lúc chờ, anh/chị có thể "
            + "xem quy định chung dưới đây.",
        "This depends on your own file, so I cannot answer it in an official's place. You can send a request: the responsible "
            + "official of the Department of Finance will look into it, or tell you which body decides. Meanwhile, the general rules "
            + "below may help."
    );

    /// <summary>{0} parts of the question, in the asker's words.</summary>
    public static readonly LocalizedText PartsNotTold = new(
        "Riêng phần “{0}”, phần trả lời trên có thể chưa nói đến: anh/chị hỏi riêng phần này, hoặc gửi yêu cầu để cán bộ trả lời.",
        "The answer above may not cover “{0}”: ask about this part alone, or send a request to an official."
    );

    public static readonly LocalizedText OutOfScope = new(
        "Câu hỏi này nằm ngoài phạm vi của tôi. Tôi chỉ hướng dẫn về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh "
            + "nghiệp nhỏ và vừa tại Hà Nội.",
        "This question is outside what I can help with. I only give guidance on support, financing and supplier standards for "
            + "small and medium enterprises in Hanoi."
    );

    /// <summary>{0} whose matter it is.</summary>
    public static readonly LocalizedText OutOfScopeWithBody = new(
        "Việc này không thuộc Sở Tài chính nên tôi không hướng dẫn được; anh/chị hỏi {0} giúp. Tôi chỉ hướng dẫn về cơ chế hỗ "
            + "trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh nghiệp nhỏ và vừa tại Hà Nội.",
        "This is not a matter of the Department of Finance, so I cannot help with it; please ask {0}. I only give guidance on "
            + "support, financing and supplier standards for small and medium enterprises in Hanoi."
    );

    public static readonly LocalizedText Emergency = new(
        "Tôi rất tiếc khi anh/chị đang phải trải qua chuyện này. Tôi là máy nên không giúp trực tiếp được, nhưng anh/chị không "
            + "phải một mình: nếu bản thân hoặc ai đó đang gặp nguy hiểm, xin gọi ngay **115** (cấp cứu) hoặc **113** (công an), và "
            + "nói với một người anh/chị tin cậy. Chuyện công việc, nợ nần có thể tính sau; khi anh/chị sẵn sàng, cán bộ Sở Tài "
            + "chính có thể lắng nghe và hướng dẫn.",
        "I am very sorry that you are going through this. I am a machine and cannot help directly, but you are not alone: if "
            + "you or somebody else is in danger, please call **115** (ambulance) or **113** (police) now, and talk to a person you "
            + "trust. Business and debts can wait; whenever you are ready, an official of the Department of Finance can listen and "
            + "guide you."
    );

    public static readonly LocalizedText Greeting = new(
        "Xin chào anh/chị! Tôi là trợ lý tự động hướng dẫn doanh nghiệp nhỏ và vừa tại Hà Nội. Anh/chị muốn hỏi về hỗ trợ, vốn "
            + "hay tiêu chuẩn nhà cung cấp?",
        "Hello! I am an automated assistant for small and medium enterprises in Hanoi. Would you like to ask about support, "
            + "financing or supplier standards?"
    );

    public static readonly LocalizedText Thanks = new(
        "Cảm ơn anh/chị. Nếu cần thêm thông tin, anh/chị cứ hỏi tiếp nhé.",
        "You are welcome. Please ask again whenever you need more information."
    );

    public static readonly LocalizedText Goodbye = new(
        "Chào anh/chị. Chúc anh/chị kinh doanh thuận lợi!",
        "Goodbye, and I wish your business well!"
    );

    public static readonly LocalizedText WhoAreYou = new(
        "Tôi là trợ lý tự động (không phải người) hướng dẫn về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp cho doanh nghiệp "
            + "nhỏ và vừa tại Hà Nội. Tôi trả lời từ các bài đã được kiểm tra và dẫn căn cứ; tôi không quyết định hồ sơ. Khi cần, "
            + "tôi chuyển yêu cầu của anh/chị đến cán bộ Sở Tài chính.",
        "I am an automated assistant, not a person. I give guidance on support, financing and supplier standards for small and "
            + "medium enterprises in Hanoi, from reviewed articles and with their legal basis. I do not decide applications. When "
            + "you need a person, I pass your request on to the Department of Finance."
    );

    public static readonly LocalizedText Displeased = new(
        "Tôi xin lỗi vì chưa giúp được anh/chị. Anh/chị thử hỏi lại bằng cách khác, nói rõ việc cần và quy mô doanh nghiệp; "
            + "hoặc gửi yêu cầu để cán bộ Sở Tài chính trả lời trực tiếp.",
        "I am sorry that I have not been of help. Please try other words, with what you need and the size of your business; or "
            + "send a request, and an official of the Department of Finance will answer you in person."
    );

    public static readonly LocalizedText Surprised = new(
        "Vâng. Nếu có chỗ nào chưa rõ, anh/chị nhắn “xem thêm” để đọc phần còn lại, hoặc hỏi tiếp điều anh/chị muốn biết.",
        "Yes. If anything is unclear, write “more” to read the rest, or ask on."
    );

    public static readonly LocalizedText Unlawful = new(
        "Việc này trái pháp luật nên tôi không hướng dẫn được. Cách đúng là kê khai theo số liệu thật và hỏi những hỗ trợ, ưu "
            + "đãi mà anh/chị đủ điều kiện; anh/chị cho tôi biết quy mô và việc cần làm, tôi sẽ tìm giúp.",
        "That is against the law, so I cannot help with it. The lawful way is to declare your true figures and to use the "
            + "support and reliefs that you qualify for: tell me your size and what you need, and I will look for them."
    );

    public static readonly LocalizedText TermMeaningTitle = new("Ý nghĩa của từ", "What the term means");

    /// <summary>{0} from, {1} checked.</summary>
    public static readonly LocalizedText InForce = new("Có hiệu lực từ {0}; kiểm tra ngày {1}.", "In force from {0}; checked on {1}.");

    /// <summary>{0} from, {1} until, {2} checked.</summary>
    public static readonly LocalizedText InForceUntil = new(
        "Có hiệu lực từ {0} đến hết {1}; kiểm tra ngày {2}.",
        "In force from {0} to {1}; checked on {2}."
    );

    /// <summary>{0} checked.</summary>
    public static readonly LocalizedText CheckedOnly = new("Kiểm tra ngày {0}.", "Checked on {0}.");

    /// <summary>Said before an article that tells nothing of households when one asks.</summary>
    public static readonly LocalizedText ForCompanies = new(
        "**Lưu ý:** nội dung dưới đây là quy định cho doanh nghiệp; chưa có nội dung riêng về việc này cho hộ kinh doanh.",
        "**Please note:** what follows is the rule for companies; it says nothing about household businesses."
    );

    /// <summary>Said before an article for households alone when a company asks.</summary>
    public static readonly LocalizedText ForHouseholds = new(
        "**Lưu ý:** nội dung dưới đây là quy định cho hộ kinh doanh, không phải cho doanh nghiệp.",
        "**Please note:** what follows is the rule for household businesses, not for companies."
    );

    /// <summary>{0} title, {1} last day in force.</summary>
    public static readonly LocalizedText EndedOn = new(
        "**Lưu ý:** nội dung “{0}” đã hết hiệu lực sau ngày {1}.",
        "**Please note:** “{0}” ended after {1}."
    );

    /// <summary>The same, on a day on which it is still in force. {0} title, {1} last day in force.</summary>
    public static readonly LocalizedText EndsOn = new(
        "**Lưu ý:** nội dung “{0}” chỉ áp dụng đến hết ngày {1}.",
        "**Please note:** “{0}” only applies until the end of {1}."
    );

    /// <summary>{0} a section's heading, {1} the last day on which it held.</summary>
    public static readonly LocalizedText HeadingUntil = new("{0} (đến hết {1})", "{0} (until {1})");

    /// <summary>{0} title, {1} first day in force.</summary>
    public static readonly LocalizedText NotYetInForce = new(
        "**Lưu ý:** nội dung “{0}” chỉ có hiệu lực từ ngày {1}, chưa áp dụng vào ngày anh/chị hỏi.",
        "**Please note:** “{0}” only applies from {1}, after the day you asked about."
    );

    /// <summary>{0} the day asked about.</summary>
    public static readonly LocalizedText AsOfDay = new("Xét tại ngày {0}.", "As of {0}.");

    public static readonly LocalizedText EarlierPurchase = new(
        "Khoản đã mua, đã ký từ trước: các nguồn đã đọc không nêu có được xét lại hay không, nên anh/chị chưa tính là sẽ được, và hỏi "
            + "Sở Tài chính. Chỉ ký hợp đồng sau khi biết kết quả xét.",
        "What was bought or signed before: the sources read do not say whether it can still be considered, so do not count on it, and "
            + "ask the Department of Finance. Sign a contract only once the decision is known."
    );

    /// <summary>{0} what the rule tells.</summary>
    public static readonly LocalizedText StaysTheSame = new(
        "Vẫn như trước, số mới không làm đổi kết quả. {0}",
        "It stays the same: the new figure does not change the result. {0}"
    );

    /// <summary>{0} a sentence.</summary>
    public static readonly LocalizedText FromRememberedFacts = new("Theo điều anh/chị đã cho biết: {0}", "From what you told me: {0}");

    /// <summary>{0} size, {1} percent, {2} amount, {3} clause.</summary>
    public static readonly LocalizedText CeilingPerYear = new(
        "**Doanh nghiệp {0}:** có thể được hỗ trợ tối đa {1}%, không quá {2} mỗi năm ({3}).",
        "**A {0} enterprise:** up to {1}%, at most {2} a year ({3}), if the conditions are met."
    );

    /// <summary>{0} size, {1} percent, {2} amount, {3} clause.</summary>
    public static readonly LocalizedText CeilingPerContract = new(
        "**Doanh nghiệp {0}:** có thể được hỗ trợ tối đa {1}%, không quá {2} mỗi hợp đồng trong một năm ({3}).",
        "**A {0} enterprise:** up to {1}%, at most {2} per contract and year ({3}), if the conditions are met."
    );

    public static readonly LocalizedText HigherAmountUnverified = new(
        "Diện ưu tiên có thể có mức cao hơn nhưng con số chưa được kiểm chứng.",
        "The priority group may have a higher amount, but its figure is not verified."
    );

    /// <summary>{0} revenue, {1} percent, {2} clause.</summary>
    public static readonly LocalizedText CitRate = new(
        "**Doanh thu năm trước {0}:** thuế suất thường áp dụng là {1}% ({2}), trừ công ty con, công ty liên kết với doanh "
            + "nghiệp không đủ điều kiện; cơ quan thuế xác định khi kê khai.",
        "**Revenue of {0} last year:** the rate is normally {1}% ({2}), except for subsidiaries and affiliates of an "
            + "enterprise that does not qualify; the tax authority decides on the declaration."
    );

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static readonly LocalizedText EInvoiceMandatory = new(
        "**Doanh thu {0} một năm:** trên {1} nên phải dùng hóa đơn điện tử ({2}).",
        "**Revenue of {0} a year:** above {1}, so e-invoices must be used ({2})."
    );

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static readonly LocalizedText EInvoiceOptional = new(
        "**Doanh thu {0} một năm:** không quá {1} nên không bắt buộc dùng hóa đơn điện tử ({2}).",
        "**Revenue of {0} a year:** not above {1}, so e-invoices are not compulsory ({2})."
    );

    /// <summary>{0} the code.</summary>
    public static readonly LocalizedText TaxCodeValid = new(
        "**Mã {0}:** đúng số kiểm tra. Điều đó không xác nhận doanh nghiệp có tồn tại hay đang hoạt động.",
        "**Code {0}:** the check digit fits. That does not say that the enterprise exists or is active."
    );

    /// <summary>{0} the code, {1} why, a sentence.</summary>
    public static readonly LocalizedText TaxCodeInvalid = new("**Mã {0}:** {1}", "**Code {0}:** {1}");

    public static readonly IReadOnlyDictionary<SmeClass, LocalizedText> Sizes = new Dictionary<SmeClass, LocalizedText>
    {
        [SmeClass.Micro] = new("siêu nhỏ", "micro"),
        [SmeClass.Small] = new("nhỏ", "small"),
        [SmeClass.Medium] = new("vừa", "medium"),
    };
}
