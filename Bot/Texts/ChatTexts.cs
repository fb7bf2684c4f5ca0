using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What the assistant says about itself and the conversation. Placeholders: see each field.</summary>
internal sealed record ChatTexts
{
    public required string WelcomeTitle { get; init; }

    /// <summary>That it is a machine; said before anything else.</summary>
    public required string Disclosure { get; init; }

    public required string Can { get; init; }

    public required string Cannot { get; init; }

    public required string Logged { get; init; }

    public required string ExamplesLead { get; init; }

    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>How to switch, in the other language.</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>The button that switches; its words are the command.</summary>
    public required string OtherLanguageCommand { get; init; }

    public required string SendRequest { get; init; }

    public required string CheckStatus { get; init; }

    public required string Help { get; init; }

    public required string LanguageChosen { get; init; }

    public required string Cancelled { get; init; }

    public required string NothingToCancel { get; init; }

    public required string NothingSaid { get; init; }

    /// <summary>{0} the length of the message, {1} the longest.</summary>
    public required string MessageTooLong { get; init; }

    public required string StaleCard { get; init; }

    public required string VotedUp { get; init; }

    /// <summary>Shown while an answer is being worded.</summary>
    public required string Wording { get; init; }

    public required string DataCleared { get; init; }

    /// <summary>{0} the reference.</summary>
    public required string Fault { get; init; }

    public static ChatTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static ChatTexts Vi { get; } =
        new()
        {
            WelcomeTitle = "Trợ lý chính sách cho doanh nghiệp Hà Nội",
            Disclosure = "Xin chào anh/chị! Tôi là **trợ lý tự động** (không phải người), hướng dẫn doanh nghiệp nhỏ và vừa tại Hà Nội.",
            Can =
                "Tôi **có thể** trả lời về cơ chế hỗ trợ, vốn và tiêu chuẩn nhà cung cấp, kèm căn cứ pháp lý; nhận yêu cầu của anh/chị và chuyển đến cán bộ Sở Tài chính; cho biết yêu cầu đang ở bước nào.",
            Cannot =
                "Tôi **không** quyết định hồ sơ, không chấm điểm doanh nghiệp, không hứa cấp tiền và có thể nhầm: anh/chị nên xem căn cứ được dẫn trước khi làm theo.",
            Logged =
                "Nội dung trò chuyện được lưu lại để trả lời và cải thiện hướng dẫn. Anh/chị đừng gửi số tài khoản hay mật khẩu; giấy tờ chỉ gửi kèm một yêu cầu.",
            ExamplesLead = "Anh/chị có thể hỏi, ví dụ:",
            Examples =
            [
                "Doanh nghiệp nhỏ và vừa là gì?",
                "Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?",
                "Vay Quỹ Phát triển DNNVV cần điều kiện gì?",
            ],
            OtherLanguage = "For English, type “English”.",
            OtherLanguageCommand = "English",
            SendRequest = "Gửi yêu cầu",
            CheckStatus = "Tra cứu yêu cầu",
            Help =
                "Anh/chị có thể:\n\n- **hỏi** bằng câu thường, có dấu hoặc không dấu;\n- gõ **gửi yêu cầu** để gửi câu hỏi hoặc kiến nghị cho cán bộ Sở Tài chính;\n- gõ **số yêu cầu** (như HN-2026-000123-7) hoặc **tra cứu** để xem tình trạng;\n- gõ **kiểm tra sẵn sàng làm nhà cung cấp** để tự kiểm tra theo thông lệ của khách hàng lớn;\n- gõ **English** để đổi ngôn ngữ, **hủy** để dừng biểu mẫu đang điền, **xóa dữ liệu của tôi** để tôi quên cuộc trò chuyện này.",
            LanguageChosen = "Tôi sẽ trả lời bằng tiếng Việt.",
            Cancelled = "Đã hủy. Những gì anh/chị vừa điền không được lưu. Anh/chị có thể hỏi tiếp bất cứ lúc nào.",
            NothingToCancel = "Hiện không có việc gì đang dở để hủy. Anh/chị cần hỏi gì thêm không?",
            MessageTooLong =
                "Tin nhắn dài {0} ký tự, quá giới hạn {1} ký tự, nên tôi chưa đọc và chưa lưu vào đâu cả. Anh/chị rút gọn hoặc chia thành nhiều tin nhắn giúp.",
            NothingSaid = "Tôi chưa thấy câu hỏi nào. Anh/chị gõ câu hỏi, hoặc gõ **trợ giúp** để xem tôi làm được gì.",
            StaleCard =
                "Thẻ này không còn dùng được vì cuộc trò chuyện đã sang việc khác. Chưa có gì bị thay đổi; anh/chị gõ **gửi yêu cầu** để mở biểu mẫu mới, hoặc hỏi lại câu cần hỏi.",
            VotedUp = "Cảm ơn anh/chị đã đánh giá.",
            Wording = "Tôi đang soạn câu trả lời từ các căn cứ…",
            DataCleared =
                "Tôi đã quên những gì cuộc trò chuyện này nhớ về anh/chị: ngôn ngữ, các câu hỏi, câu trả lời, đánh giá và biểu mẫu chưa gửi. Yêu cầu **đã gửi** là hồ sơ do Sở Tài chính lưu; để sửa hoặc xóa, anh/chị gửi một yêu cầu loại “Khác”.",
            Fault =
                "Xin lỗi anh/chị, hệ thống gặp trục trặc nên chưa xử lý được tin nhắn vừa rồi (mã tra cứu: {0}). Anh/chị thử lại sau ít phút; nếu vẫn lỗi, gõ **gửi yêu cầu** để gửi cho cán bộ.",
        };

    public static ChatTexts En { get; } =
        new()
        {
            WelcomeTitle = "Policy assistant for Hanoi's enterprises",
            Disclosure = "Hello! I am an **automated assistant**, not a person, with guidance for small and medium enterprises in Hanoi.",
            Can =
                "I **can** answer questions on support, financing and supplier standards, with the legal basis; take your request and pass it on to an official of the Department of Finance; tell you where your request stands.",
            Cannot =
                "I **do not** decide applications, score enterprises or promise money, and I can be wrong: please look at the cited basis before you act on an answer.",
            Logged =
                "Conversations are kept in order to answer and to improve the guidance. Please do not send account numbers or passwords, and send documents only along with a request.",
            ExamplesLead = "You can ask, for example:",
            Examples =
            [
                "What is a small or medium-sized enterprise?",
                "What support is there for consulting fees of small enterprises?",
                "What are the conditions for an SME Development Fund loan?",
            ],
            OtherLanguage = "Tiếng Việt: gõ “tiếng Việt”.",
            OtherLanguageCommand = "Tiếng Việt",
            SendRequest = "Send a request",
            CheckStatus = "Check status",
            Help =
                "You can:\n\n- **ask** in your own words;\n- type **send a request** to send a question or proposal to an official of the Department of Finance;\n- type a **case number** (such as HN-2026-000123-7) or **status** to see where your request stands;\n- type **supplier readiness check** to check yourselves against what large buyers commonly ask;\n- type **tiếng Việt** to switch language, **cancel** to stop a form, **delete my data** to have me forget this conversation.",
            LanguageChosen = "I will answer in English.",
            Cancelled = "Cancelled. What you had filled in is not kept. You can ask on at any time.",
            NothingToCancel = "There is nothing under way to cancel. Is there anything else you would like to ask?",
            MessageTooLong =
                "Your message has {0} characters; the limit is {1}, so it was neither read nor added to anything. Please shorten it or send it as several messages.",
            NothingSaid = "I see no question yet. Please type one, or type **help** to see what I can do.",
            StaleCard =
                "This card can no longer be used because the conversation has moved on. Nothing was changed; type **send a request** to open a new form, or ask your question again.",
            VotedUp = "Thank you for your rating.",
            Wording = "I am wording the answer from its sources…",
            DataCleared =
                "I have forgotten what this conversation remembered about you: the language, the questions, answers and votes, and any form not yet sent. Requests that were **sent** are records kept by the Department of Finance; to have one changed or deleted, send a request of the kind “Other”.",
            Fault =
                "We are sorry: something failed and your last message could not be handled (reference: {0}). Please try again in a few minutes; if it still fails, type **send a request** to write to an official.",
        };
}
