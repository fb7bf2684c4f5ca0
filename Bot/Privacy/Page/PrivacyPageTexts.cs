using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Registry;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>The texts of the privacy page. Periods are not part of them: they come from the configuration.</summary>
internal static class PrivacyPageTexts
{
    public static readonly LocalizedText Title = new("Thông báo về dữ liệu cá nhân", "Privacy notice");

    public static readonly LocalizedText ResponsibleHeading = new("Ai chịu trách nhiệm", "Who is responsible");

    /// <summary>{0} the unit, {1} how it is reached.</summary>
    public static readonly LocalizedText Responsible = new(
        "{0} quyết định mục đích và cách xử lý dữ liệu của trợ lý này. Liên hệ: {1}",
        "The {0} decides why and how this assistant processes data. Contact: {1}"
    );

    public static readonly LocalizedText DefaultContact = new(
        "gõ “gửi yêu cầu” trong cuộc trò chuyện và chọn loại “Khác”.",
        "type “send a request” in the chat and choose the kind “Other”."
    );

    public static readonly LocalizedText PurposesHeading = new("Dùng để làm gì", "What it is used for");

    public static readonly IReadOnlyList<LocalizedText> Purposes =
    [
        new("Trả lời câu hỏi của anh/chị và nhớ mạch trò chuyện.", "To answer your questions and to follow the conversation."),
        new(
            "Xem xét và trả lời yêu cầu anh/chị gửi cho cán bộ, chuyển đến cơ quan có thẩm quyền khi cần: chỉ khi anh/chị đồng ý.",
            "To consider and answer the requests that you send to officials, and to pass them on to the competent body: only with your "
                + "consent."
        ),
        new(
            "Gọi điện, gửi email về yêu cầu: chỉ khi anh/chị đồng ý riêng; không đồng ý thì điện thoại, email không được lưu. Email "
                + "chỉ được dùng sau khi anh/chị nhập mã xác nhận.",
            "To telephone and e-mail you about a request: only with a separate consent; without it neither number nor address is kept. An "
                + "address is used only after you entered its code."
        ),
        new(
            "Cải thiện bài hướng dẫn: câu hỏi được che số điện thoại, email, số giấy tờ trước khi vào nhật ký.",
            "To improve the guidance: telephone numbers, e-mail addresses and document numbers are masked before a question enters the log."
        ),
        new(
            "Thống kê không gắn với người, bảo vệ hệ thống và truy trách nhiệm khi lộ dữ liệu.",
            "For statistics that refer to nobody, to protect the system, and to trace a leak."
        ),
        new(
            "Không dùng để quảng cáo, không chấm điểm doanh nghiệp, không bán, không có dịch vụ theo dõi của bên thứ ba.",
            "Not for advertising, not for scoring enterprises; it is not sold, and no third party tracks you."
        ),
    ];

    public static readonly LocalizedText KeptHeading = new("Lưu gì, bao lâu", "What is kept, and for how long");

    public static readonly LocalizedText KindColumn = new("Dữ liệu", "Data");

    public static readonly LocalizedText PeriodColumn = new("Lưu", "Kept for");

    public static readonly LocalizedText AfterwardsColumn = new("Sau đó", "Afterwards");

    /// <summary>{0} the number of days.</summary>
    public static readonly LocalizedText Days = new("{0} ngày", "{0} days");

    public static readonly LocalizedText NoEnd = new("không hạn", "no limit");

    public static readonly LocalizedText Deleted = new("xóa hẳn", "deleted");

    /// <summary>The kinds of data about askers, in the order of the page.</summary>
    public static readonly IReadOnlyList<(DataKind Kind, LocalizedText Name, LocalizedText Afterwards)> Kinds =
    [
        (
            DataKind.Transcript,
            new("Tin nhắn, mạch trò chuyện, biểu mẫu chưa gửi", "Messages, the memory of conversations, forms not yet sent"),
            Deleted
        ),
        (
            DataKind.QuestionLog,
            new("Nhật ký câu hỏi (đã che dữ liệu cá nhân), đánh giá", "The log of questions (with personal data masked), votes"),
            Deleted
        ),
        (DataKind.Uploads, new("Tệp tải lên chưa gửi kèm yêu cầu", "Uploaded files that were not sent with a request"), Deleted),
        (
            DataKind.Cases,
            new(
                "Yêu cầu đã kết thúc: nội dung, liên hệ, tệp, trao đổi với cán bộ",
                "Requests that have ended: content, contact, files, correspondence with officials"
            ),
            new(
                "xóa nội dung và liên hệ; giữ số, loại, ngày, trạng thái và chuỗi mã kiểm chứng",
                "content and contact are erased; number, kind, dates, status and the chain of hashes stay"
            )
        ),
        (DataKind.Mails, new("Email đã gửi: người nhận, tiêu đề", "Sent e-mails: recipient and subject"), Deleted),
        (DataKind.Drafts, new("Bản nháp câu trả lời chưa gửi của cán bộ", "Officials’ drafts of replies that were not sent"), Deleted),
        (
            DataKind.Codes,
            new(
                "Mã xem tình trạng yêu cầu; địa chỉ email chỉ nhập để nhận câu trả lời",
                "Codes to see the status of a request; e-mail addresses that were entered only to get an answer"
            ),
            Deleted
        ),
        (DataKind.ModelUse, new("Mức dùng mô hình ngôn ngữ trong ngày", "Daily use of the language model"), Deleted),
        (DataKind.ViewLog, new("Nhật ký cán bộ nào đã mở yêu cầu nào", "The log of which official opened which request"), Deleted),
        (
            DataKind.ViewLog,
            new(
                "Nhật ký bảo mật: cán bộ đăng nhập, thay đổi gì (giá trị cũ và mới), tải gì; không có nội dung yêu cầu",
                "The security log: sign-ins of officials, what they changed (old and new values) and downloaded; no content of requests"
            ),
            Deleted
        ),
        (
            DataKind.SignIns,
            new("Phiên làm việc đã kết thúc, lần đăng nhập không thành công của cán bộ", "Ended sessions and failed sign-ins of officials"),
            Deleted
        ),
        (DataKind.Erasures, new("Bản ghi rằng đã xóa dữ liệu (không có tên)", "The record that data was erased (without a name)"), Deleted),
        (DataKind.Figures, new("Số liệu thống kê không gắn với người", "Statistics that refer to nobody"), new("–", "–")),
    ];

    public static readonly LocalizedText WhereHeading = new("Ở đâu, ai thấy", "Where it is, and who sees it");

    public static readonly LocalizedText Where = new(
        "Dữ liệu nằm trong cơ sở dữ liệu và thư mục tệp của máy chủ chạy trợ lý. Cán bộ được phân công thấy yêu cầu của anh/chị và "
            + "đoạn trò chuyện trước đó; mỗi lần mở đều được ghi lại. Nếu anh/chị dùng Teams, tin nhắn còn được Microsoft lưu theo quy "
            + "định của tổ chức anh/chị. Nếu đơn vị vận hành bật mô hình ngôn ngữ hoặc tìm kiếm bên ngoài, chỉ câu hỏi đã che dữ liệu cá "
            + "nhân được gửi đi.",
        "The data is in the database and the file folder of the server that runs the assistant. The officials in charge see your request "
            + "and the conversation before it; each view is logged. If you use Teams, Microsoft keeps the messages too, under the rules of "
            + "your organisation. If the operator has switched on a language model or an external search, only questions with personal "
            + "data masked are sent there."
    );

    public static readonly LocalizedText RightsHeading = new("Quyền của anh/chị", "Your rights");

    public static readonly LocalizedText RightsIntro = new(
        "Anh/chị thực hiện ngay trong cuộc trò chuyện, không cần nêu lý do:",
        "You use them in the chat, without giving reasons:"
    );

    public static readonly IReadOnlyList<LocalizedText> Rights =
    [
        new("Xem và nhận bản sao: gõ “cho tôi xem dữ liệu của tôi”.", "See your data and get a copy: type “show me my data”."),
        new(
            "Xóa: gõ “xóa dữ liệu của tôi”. Trợ lý hỏi lại một lần rồi xóa trong mọi cuộc trò chuyện của anh/chị.",
            "Erase: type “delete my data”. The assistant asks once and then erases it in all of your conversations."
        ),
        new(
            "Rút lại đồng ý: gõ “rút lại đồng ý”. Yêu cầu đang xử lý thì chọn rút yêu cầu, hoặc chỉ thôi liên hệ.",
            "Withdraw your consent: type “I withdraw my consent”. For a request being worked on you choose to withdraw it, or only to stop "
                + "being contacted."
        ),
        new("Sửa hoặc bổ sung: gửi tin nhắn bắt đầu bằng số yêu cầu.", "Correct or add: send a message that begins with the case number."),
        new(
            "Không dùng được cuộc trò chuyện thì gửi đơn đến đơn vị nêu trên; lãnh đạo bộ phận thực hiện thay và ghi lý do.",
            "If you cannot use the chat, write to the unit above; a supervisor does the same for you and records why."
        ),
    ];

    public static readonly LocalizedText ComplaintsHeading = new("Khiếu nại", "Complaints");

    public static readonly LocalizedText Complaints = new(
        "Trước hết gửi đến đơn vị nêu trên. Anh/chị cũng có quyền khiếu nại, tố cáo, khởi kiện theo pháp luật, và báo cơ quan chuyên trách "
            + "bảo vệ dữ liệu cá nhân của Bộ Công an (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP).",
        "First write to the unit above. You may also complain, denounce or sue under the law, and report to the authority for personal "
            + "data protection of the Ministry of Public Security (Law 91/2025/QH15, Decree 356/2025/NĐ-CP)."
    );
}
