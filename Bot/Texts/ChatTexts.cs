using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>General texts of the chat: welcome, help, language, deletion of data, internal errors.</summary>
internal static class ChatTexts
{
    /// <summary>Discloses that the assistant is a machine; always the first sentence.</summary>
    public static readonly LocalizedText Disclosure = new(
        "Xin chào anh/chị! Tôi là **trợ lý tự động** (không phải người), hướng dẫn doanh nghiệp nhỏ và vừa tại Hà Nội.",
        "Hello! I am an **automated assistant**, not a person, with guidance for small and medium enterprises in Hanoi."
    );

    /// <summary>The second and last line of the greeting; the rest unfolds on the card.</summary>
    public static readonly LocalizedText Invitation = new(
        "Tôi có thể nhầm, và trò chuyện được lưu lại. Anh/chị cứ hỏi, hoặc chọn một câu:",
        "I can be wrong, and chats are kept. Just ask, or choose a question:"
    );

    /// <summary>The line of the greeting that unfolds what the assistant can and cannot do.</summary>
    public static readonly LocalizedText WhatICanDo = new("Trợ lý làm được gì?", "What can the assistant do?");

    public static readonly LocalizedText BrowseTopics = new("Xem theo chủ đề", "Browse by topic");

    public static readonly LocalizedText Capabilities = new(
        "Tôi **có thể** trả lời về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp, kèm căn cứ pháp lý; nhận yêu cầu của anh/chị "
            + "và chuyển đến cán bộ Sở Tài chính; cho biết yêu cầu đang ở bước nào.",
        "I **can** answer questions on support, financing and supplier standards, with the legal basis; take your request and "
            + "forward it to an official of the Department of Finance; show you the status of your request."
    );

    public static readonly LocalizedText Limitations = new(
        "Tôi **không** quyết định hồ sơ, không chấm điểm doanh nghiệp, không hứa cấp tiền và có thể nhầm: anh/chị nên xem căn "
            + "cứ được dẫn trước khi làm theo.",
        "I **do not** decide applications, score enterprises or promise money, and I can be wrong: please look at the cited "
            + "basis before you act on an answer."
    );

    public static readonly LocalizedText PrivacyNotice = new(
        "Nội dung trò chuyện được lưu lại để trả lời và cải thiện hướng dẫn. Anh/chị đừng gửi số tài khoản hay mật khẩu; giấy "
            + "tờ chỉ gửi kèm một yêu cầu.",
        "Conversations are kept in order to answer and to improve the guidance. Please do not send account numbers or "
            + "passwords, and send documents only along with a request."
    );

    public static readonly IReadOnlyList<LocalizedText> Examples =
    [
        new("Doanh nghiệp nhỏ và vừa là gì?", "What is a small or medium-sized enterprise?"),
        new("Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?", "What support is there for consulting fees of small enterprises?"),
        new("Vay Quỹ Phát triển DNNVV cần điều kiện gì?", "What are the conditions for an SME Development Fund loan?"),
        new("Chuyển đổi số được hỗ trợ bao nhiêu?", "How much support is there for digital transformation?"),
        new("Muốn cung ứng cho doanh nghiệp FDI cần gì?", "What does a supplier of foreign-invested enterprises need?"),
    ];

    /// <summary>The button that switches the language; its title is also the command.</summary>
    public static readonly LocalizedText SwitchLanguageCommand = new("English", "Tiếng Việt");

    public static readonly LocalizedText SendRequest = new("Gửi yêu cầu", "Send a request");

    public static readonly LocalizedText CheckStatus = new("Tra cứu yêu cầu", "Check status");

    public static readonly LocalizedText Help = new(
        "Anh/chị có thể:\n\n- **hỏi** bằng câu thường, có dấu hoặc không dấu;\n- gõ **gửi yêu cầu** để gửi câu hỏi hoặc kiến "
            + "nghị cho cán bộ Sở Tài chính;\n- gõ **số yêu cầu** (như HN-2026-000123-7) hoặc **tra cứu** để xem tình trạng;\n- gõ "
            + "**kiểm tra sẵn sàng làm nhà cung cấp** để tự kiểm tra theo thông lệ của khách hàng lớn;\n- gõ **English** để đổi ngôn "
            + "ngữ, **hủy** để dừng biểu mẫu đang điền, **xóa dữ liệu của tôi** để tôi quên cuộc trò chuyện này.",
        "You can:\n\n- **ask** in your own words;\n- type **send a request** to send a question or proposal to an official of "
            + "the Department of Finance;\n- type a **case number** (such as HN-2026-000123-7) or **status** to see the status of "
            + "your request;\n- type **supplier readiness check** to check yourselves against what large buyers commonly ask;\n- "
            + "type **tiếng Việt** to switch language, **cancel** to stop a form, **delete my data** to have me forget this "
            + "conversation."
    );

    public static readonly LocalizedText LanguageChosen = new("Tôi sẽ trả lời bằng tiếng Việt.", "I will answer in English.");

    public static readonly LocalizedText Cancelled = new(
        "Đã hủy. Những gì anh/chị vừa điền không được lưu. Anh/chị có thể hỏi tiếp bất cứ lúc nào.",
        "Cancelled. What you had filled in is not kept. You can ask another question at any time."
    );

    public static readonly LocalizedText NothingToCancel = new(
        "Hiện không có việc gì đang dở để hủy. Anh/chị cần hỏi gì thêm không?",
        "There is nothing to cancel. Is there anything else you would like to ask?"
    );

    public static readonly LocalizedText EmptyMessage = new(
        "Tôi chưa thấy câu hỏi nào. Anh/chị gõ câu hỏi, hoặc gõ **trợ giúp** để xem tôi làm được gì.",
        "I see no question yet. Please type one, or type **help** to see what I can do."
    );

    /// <summary>{0} seconds to wait.</summary>
    public static readonly LocalizedText TooManyMessages = new(
        "Tin nhắn đến nhanh quá nên tin vừa rồi chưa được nhận. Anh/chị vui lòng đợi khoảng {0} giây; nếu tin chưa tự gửi lại thì "
            + "gửi lại giúp.",
        "Messages are coming in too fast, so the last one was not accepted. Please wait about {0} seconds; if it is not sent again "
            + "by itself, please send it again."
    );

    public static readonly LocalizedText TooManyFiles = new(
        "Hôm nay đã nhận đủ số tệp cho phép nên tệp vừa rồi chưa được nhận. Anh/chị gửi lại vào ngày mai, hoặc nộp trực tiếp.",
        "The number of files for today is used up, so the last one was not accepted. Please send it tomorrow, or hand it in in person."
    );

    public static readonly LocalizedText FilesNotAccepted = new(
        "Hệ thống tạm thời chưa nhận được tệp. Anh/chị vẫn hỏi và gửi yêu cầu được bình thường; vui lòng gửi tệp sau.",
        "Files cannot be accepted at the moment. You can still ask questions and submit requests; please send the file later."
    );

    /// <summary>{0} the length of the message, {1} the limit.</summary>
    public static readonly LocalizedText MessageTooLong = new(
        "Tin nhắn dài {0} ký tự, quá giới hạn {1} ký tự, nên tôi chưa đọc và chưa lưu vào đâu cả. Anh/chị rút gọn hoặc chia "
            + "thành nhiều tin nhắn giúp.",
        "Your message has {0} characters; the limit is {1}, so it was neither read nor stored. Please shorten it or "
            + "send it as several messages."
    );

    public static readonly LocalizedText StaleCard = new(
        "Thẻ này không còn dùng được vì cuộc trò chuyện đã sang việc khác. Chưa có gì bị thay đổi; anh/chị gõ **gửi yêu cầu** "
            + "để mở biểu mẫu mới, hoặc hỏi lại câu cần hỏi.",
        "This card can no longer be used because the conversation has moved on. Nothing was changed; type **send a request** "
            + "to open a new form, or ask your question again."
    );

    public static readonly LocalizedText ThanksForUpVote = new("Cảm ơn anh/chị đã đánh giá.", "Thank you for your rating.");

    /// <summary>Shown while the language model writes an answer.</summary>
    public static readonly LocalizedText WritingAnswer = new(
        "Tôi đang soạn câu trả lời từ các căn cứ…",
        "I am writing the answer from its sources…"
    );

    /// <summary>Reply to "later" when no form is open.</summary>
    public static readonly LocalizedText Postponed = new(
        "Vâng, chưa có gì được gửi. Khi nào cần, anh/chị gõ **gửi yêu cầu**.",
        "All right, nothing was sent. Type **send a request** when you need it."
    );

    /// <summary>Reply to "later" while a form is open; it stays open.</summary>
    public static readonly LocalizedText PostponedForm = new(
        "Vâng, chưa có gì được gửi. Biểu mẫu vẫn mở, anh/chị điền tiếp lúc nào cũng được; gõ **hủy** để bỏ.",
        "All right, nothing was sent. The form stays open and you can continue at any time; type **cancel** to discard it."
    );

    /// <summary>{0} the reference.</summary>
    public static readonly LocalizedText InternalError = new(
        "Xin lỗi anh/chị, hệ thống gặp trục trặc nên chưa xử lý được tin nhắn vừa rồi (mã tra cứu: {0}). Anh/chị thử lại sau "
            + "ít phút; nếu vẫn lỗi, gõ **gửi yêu cầu** để gửi cho cán bộ.",
        "We are sorry: something went wrong and your last message could not be processed (reference: {0}). Please try again in a few "
            + "minutes; if it still fails, type **send a request** to write to an official."
    );
}
