using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What is said while the checklist of supplier readiness is walked, and in its result.</summary>
internal sealed record ReadinessTexts
{
    /// <summary>The button that begins; its words are the command.</summary>
    public required string Start { get; init; }

    public required string Intro { get; init; }

    public required string AskSector { get; init; }

    /// <summary>{0} the number of the question, {1} how many there are, {2} the question.</summary>
    public required string Question { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string NotSure { get; init; }

    /// <summary>{0} the question again.</summary>
    public required string Unread { get; init; }

    /// <summary>{0} the question again.</summary>
    public required string SectorUnread { get; init; }

    public required string TakenAsNotSure { get; init; }

    public required string GaveUp { get; init; }

    public required string Back { get; init; }

    /// <summary>A request is being filled in.</summary>
    public required string FormFirst { get; init; }

    /// <summary>{0} met, {1} missing, {2} not sure, {3} all.</summary>
    public required string Done { get; init; }

    public required string Title { get; init; }

    /// <summary>{0} the sector, {1} the day.</summary>
    public required string SectorAndDay { get; init; }

    public required string Has { get; init; }

    public required string Missing { get; init; }

    public required string Unclear { get; init; }

    /// <summary>{0} titles of articles.</summary>
    public required string MayHelp { get; init; }

    public required string AskOn { get; init; }

    public required string Note { get; init; }

    public required string Print { get; init; }

    public required string BadLink { get; init; }

    public static ReadinessTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static ReadinessTexts Vi { get; } =
        new()
        {
            Start = "Kiểm tra sẵn sàng làm nhà cung cấp",
            Intro =
                "Tôi sẽ hỏi lần lượt những điều khách hàng lớn thường yêu cầu ở nhà cung cấp. Anh/chị trả lời **Có**, **Không** hoặc **Chưa rõ**; gõ **hủy** để dừng bất cứ lúc nào. Đây là thông lệ của khách hàng, không phải quy định của pháp luật.",
            AskSector = "Khách hàng mà anh/chị muốn cung cấp thuộc ngành nào?",
            Question = "Câu {0}/{1}: {2}",
            Yes = "Có",
            No = "Không",
            NotSure = "Chưa rõ",
            Unread = "Tôi chưa đọc được câu trả lời. Anh/chị chọn **Có**, **Không** hoặc **Chưa rõ** giúp.\n\n{0}",
            SectorUnread = "Tôi chưa nhận ra ngành này. Anh/chị chọn một trong các ngành dưới đây giúp.\n\n{0}",
            TakenAsNotSure = "Tôi tạm ghi câu này là **Chưa rõ** và hỏi tiếp.",
            GaveUp =
                "Tôi chưa nhận ra ngành của khách hàng nên dừng ở đây. Anh/chị gõ **kiểm tra sẵn sàng làm nhà cung cấp** để bắt đầu lại, hoặc hỏi tiếp bằng câu thường.",
            Back = "Quay lại phần kiểm tra đang dở:",
            FormFirst = "Anh/chị đang điền một yêu cầu. Anh/chị gửi xong hoặc gõ **hủy**, rồi bắt đầu phần kiểm tra nhé.",
            Done = "Xong {3} câu: đã có {0}, còn thiếu {1}, chưa rõ {2}.",
            Title = "Mức sẵn sàng làm nhà cung cấp",
            SectorAndDay = "Ngành của khách hàng: {0}. Lập ngày {1}.",
            Has = "Đã có",
            Missing = "Còn thiếu, và việc cần làm",
            Unclear = "Chưa rõ, cần xem lại",
            MayHelp = "Hỗ trợ có thể tìm hiểu: {0}",
            AskOn = "Bấm để xem hỗ trợ có thể phù hợp, điều kiện và cách đăng ký:",
            Note =
                "Bảng này là **hướng dẫn**, dựa trên thông lệ của khách hàng lớn và câu trả lời của anh/chị. Đây **không phải** chứng nhận, cũng không phải kết quả đánh giá của cơ quan nhà nước; mỗi khách hàng có yêu cầu riêng.",
            Print = "Mở trang để in",
            BadLink = "Đường dẫn này không đúng hoặc bị thiếu. Anh/chị quay lại cuộc trò chuyện và mở lại trang để in.",
        };

    public static ReadinessTexts En { get; } =
        new()
        {
            Start = "Supplier readiness check",
            Intro =
                "I will ask, one by one, about what large buyers commonly require of a supplier. Please answer **Yes**, **No** or **Not sure**; type **cancel** to stop at any time. This is the practice of buyers, not a rule of law.",
            AskSector = "In which sector is the buyer that you would like to supply?",
            Question = "Question {0}/{1}: {2}",
            Yes = "Yes",
            No = "No",
            NotSure = "Not sure",
            Unread = "I could not read the answer. Please choose **Yes**, **No** or **Not sure**.\n\n{0}",
            SectorUnread = "I do not recognise this sector. Please choose one of those below.\n\n{0}",
            TakenAsNotSure = "I will note **Not sure** for this one and go on.",
            GaveUp =
                "I could not tell the buyer's sector, so I will stop here. Type **supplier readiness check** to begin again, or ask on in your own words.",
            Back = "Back to the check under way:",
            FormFirst = "You are filling in a request. Please send it or type **cancel**, then start the check.",
            Done = "All {3} questions done: {0} in place, {1} missing, {2} not sure.",
            Title = "Readiness as a supplier",
            SectorAndDay = "The buyer's sector: {0}. Made on {1}.",
            Has = "In place",
            Missing = "Missing, and what to do",
            Unclear = "Not sure, to be looked into",
            MayHelp = "Support to look into: {0}",
            AskOn = "Press to see support that may fit, its conditions and how to apply:",
            Note =
                "This is **guidance**, based on what large buyers commonly ask and on your answers. It is **not** a certificate and no assessment by a public body; every buyer has requirements of its own.",
            Print = "Open the page to print",
            BadLink = "This link is wrong or incomplete. Please go back to the conversation and open the page to print again.",
        };
}
