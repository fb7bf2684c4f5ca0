using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Home;

/// <summary>The texts of the start page.</summary>
internal static class HomeTexts
{
    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText Title = new("Trợ lý chính sách cho doanh nghiệp · {0}", "Policy assistant for enterprises · {0}");
    public static readonly LocalizedText Description = new(
        "Hỏi đáp tự động, có dẫn nguồn, về hỗ trợ doanh nghiệp nhỏ và vừa, tiếp cận vốn và tiêu chuẩn nhà cung ứng tại Hà Nội.",
        "Automated answers with sources about support for small and medium enterprises, financing and supplier standards in Hanoi."
    );
    public static readonly LocalizedText Heading = new(
        "Chính sách cho doanh nghiệp nhỏ và vừa, hỏi là có câu trả lời",
        "Policy for small and medium enterprises: ask, and read the answer"
    );
    public static readonly LocalizedText Lead = new(
        "Hỏi bằng lời của anh/chị. Trợ lý trích đúng quy định còn hiệu lực, ghi rõ điều, khoản, ngày kiểm tra. Việc cần người xử lý thì "
            + "chuyển đến cán bộ, kèm số theo dõi.",
        "Ask in your own words. The assistant quotes the rules in force, with the article, the clause and the date they were checked. What "
            + "needs a person goes to an official, with a number to follow it by."
    );
    public static readonly LocalizedText Ask = new("Hỏi trợ lý", "Ask the assistant");
    public static readonly LocalizedText Automated = new(
        "Trợ lý trả lời tự động, không phải cán bộ. Hoạt động mọi ngày, mọi giờ.",
        "This is an automated assistant, not an official. It works every day, at any hour."
    );
    public static readonly LocalizedText Examples = new("Hỏi thử", "Try a question");

    public static readonly IReadOnlyList<LocalizedText> Questions =
    [
        new("Doanh nghiệp của tôi có được coi là doanh nghiệp nhỏ không?", "Does my company count as a small enterprise?"),
        new(
            "Doanh nghiệp nhỏ được hỗ trợ chi phí tư vấn như thế nào?",
            "What support is there for consulting costs of a small enterprise?"
        ),
        new(
            "Muốn trở thành nhà cung ứng cho doanh nghiệp FDI cần đáp ứng những gì?",
            "What do I need to become a supplier of a foreign-invested company?"
        ),
    ];

    public static readonly LocalizedText Topics = new("Đọc theo chủ đề", "Read by topic");
    public static readonly LocalizedText AllGuidance = new("Tất cả bài hướng dẫn", "All guidance");
    public static readonly LocalizedText LookupText = new(
        "Đã gửi yêu cầu? Nhập số yêu cầu để xem đang xử lý đến đâu, hạn trả lời và trả lời mới nhất.",
        "Have you sent a request? Enter its number to see its state, the date of the reply and the latest answer."
    );
    public static readonly LocalizedText LookupInChat = new(
        "Đã gửi yêu cầu? Xem đang xử lý đến đâu và trả lời mới nhất trong cuộc trò chuyện, bằng chính trình duyệt đã gửi.",
        "Have you sent a request? See its state and the latest answer in the chat, in the same browser from which you sent it."
    );
    public static readonly LocalizedText StepsHeading = new("Một yêu cầu được xử lý như thế nào", "How a request works");

    public static readonly IReadOnlyList<(LocalizedText Title, LocalizedText Text)> Steps =
    [
        (
            new("Hỏi", "Ask"),
            new(
                "Anh/chị nêu vấn đề. Nếu đã có quy định, trợ lý trả lời ngay.",
                "Say what you need. Where a rule exists, the assistant answers at once."
            )
        ),
        (
            new("Gửi yêu cầu", "Send a request"),
            new(
                "Khi cần người xử lý, anh/chị điền một biểu mẫu ngắn và nhận số yêu cầu.",
                "When a person must act, fill in a short form and get a case number."
            )
        ),
        (
            new("Cán bộ tiếp nhận", "An official takes it"),
            new(
                "Yêu cầu đến đúng bộ phận, với thời hạn tính theo ngày làm việc.",
                "The request reaches the right unit, with a deadline in working days."
            )
        ),
        (
            new("Nhận trả lời", "Read the reply"),
            new(
                "Trả lời hiện trong chính cuộc trò chuyện này, kể cả khi anh/chị quay lại sau.",
                "It appears in this same conversation, also when you come back later."
            )
        ),
    ];

    public static readonly LocalizedText CanHeading = new("Trợ lý làm được", "What the assistant does");

    public static readonly IReadOnlyList<LocalizedText> Can =
    [
        new(
            "Giải đáp về quy mô doanh nghiệp, cơ chế hỗ trợ, tiếp cận vốn, tiêu chuẩn nhà cung ứng.",
            "Explains enterprise size, support mechanisms, access to finance and supplier standards."
        ),
        new(
            "Dẫn nguồn từng ý: văn bản, điều, khoản, thời gian có hiệu lực.",
            "Gives the source of each point: document, article, clause, and when it is in force."
        ),
        new("Nói rõ khi quy định đã hết hiệu lực và văn bản thay thế.", "Says plainly when a rule has expired and what replaced it."),
        new(
            "Nhận yêu cầu, cấp số theo dõi, báo trả lời của cán bộ ngay trong khung trò chuyện.",
            "Takes requests, gives a case number, and shows the official’s reply in the same chat."
        ),
    ];

    public static readonly LocalizedText CannotHeading = new("Trợ lý không làm", "What it does not do");

    public static readonly IReadOnlyList<LocalizedText> Cannot =
    [
        new(
            "Không quyết định, không chấm điểm doanh nghiệp, không hứa cấp kinh phí.",
            "It does not decide, score an enterprise or promise money."
        ),
        new(
            "Không thay cho tư vấn pháp lý hay văn bản trả lời chính thức.",
            "It does not replace legal advice or an official written reply."
        ),
        new(
            "Không đoán: chưa có căn cứ thì nói là chưa biết và mời gửi câu hỏi cho cán bộ.",
            "It does not guess: without a basis it says so and offers to ask an official."
        ),
        new(
            "Không hỏi mật khẩu, mã OTP hay số tài khoản ngân hàng.",
            "It never asks for passwords, one-time codes of banks or bank account numbers."
        ),
    ];

    public static readonly LocalizedText DataHeading = new("Thông tin của anh/chị", "Your information");
    public static readonly LocalizedText Data = new(
        "Cuộc trò chuyện được lưu lại để trả lời và theo dõi yêu cầu. Thông tin liên hệ chỉ dùng cho yêu cầu đó, khi anh/chị đồng ý. Trang "
            + "này không dùng dịch vụ theo dõi của bên thứ ba. Trên máy dùng chung, hãy chọn “Bắt đầu cuộc trò chuyện mới” khi xong.",
        "Conversations are kept to answer you and to follow requests. Contact details are used only for that request, with your consent. "
            + "This page uses no third-party tracking. On a shared computer, choose “Start a new conversation” when you are done."
    );
    public static readonly LocalizedText DataLink = new(
        "Lưu gì, bao lâu, cách xem và xóa",
        "What is kept, how long, how to see and erase it"
    );
}
