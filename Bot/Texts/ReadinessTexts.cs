using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of the supplier readiness checklist and of its result.</summary>
internal static class ReadinessTexts
{
    /// <summary>The button that starts the checklist; its title is also the command.</summary>
    public static readonly LocalizedText StartCommand = new("Kiểm tra sẵn sàng làm nhà cung cấp", "Supplier readiness check");

    public static readonly LocalizedText Intro = new(
        "Tôi sẽ hỏi lần lượt những điều khách hàng lớn thường yêu cầu ở nhà cung cấp. Anh/chị trả lời **Có**, **Không** hoặc "
            + "**Chưa rõ**; gõ **hủy** để dừng bất cứ lúc nào. Đây là thông lệ của khách hàng, không phải quy định của pháp luật.",
        "I will ask, one by one, about what large buyers commonly require of a supplier. Please answer **Yes**, **No** or "
            + "**Not sure**; type **cancel** to stop at any time. This is the practice of buyers, not a rule of law."
    );

    public static readonly LocalizedText AskSector = new(
        "Khách hàng mà anh/chị muốn cung cấp thuộc ngành nào?",
        "In which sector is the buyer that you would like to supply?"
    );

    /// <summary>{0} the number of the question, {1} the number of questions, {2} the question.</summary>
    public static readonly LocalizedText Question = new("Câu {0}/{1}: {2}", "Question {0}/{1}: {2}");

    public static readonly LocalizedText Yes = new("Có", "Yes");

    public static readonly LocalizedText No = new("Không", "No");

    public static readonly LocalizedText NotSure = new("Chưa rõ", "Not sure");

    /// <summary>{0} the repeated question.</summary>
    public static readonly LocalizedText AnswerNotUnderstood = new(
        "Tôi chưa đọc được câu trả lời. Anh/chị chọn **Có**, **Không** hoặc **Chưa rõ** giúp.\n\n{0}",
        "I could not read the answer. Please choose **Yes**, **No** or **Not sure**.\n\n{0}"
    );

    /// <summary>{0} the repeated question.</summary>
    public static readonly LocalizedText SectorNotRecognized = new(
        "Tôi chưa nhận ra ngành này. Anh/chị chọn một trong các ngành dưới đây giúp.\n\n{0}",
        "I do not recognise this sector. Please choose one of those below.\n\n{0}"
    );

    public static readonly LocalizedText RecordedAsNotSure = new(
        "Tôi tạm ghi câu này là **Chưa rõ** và hỏi tiếp.",
        "I will note **Not sure** for this one and go on."
    );

    public static readonly LocalizedText SectorAttemptsExhausted = new(
        "Tôi chưa nhận ra ngành của khách hàng nên dừng ở đây. Anh/chị gõ **kiểm tra sẵn sàng làm nhà cung cấp** để bắt đầu "
            + "lại, hoặc hỏi tiếp bằng câu thường.",
        "I could not recognise the buyer's sector, so I will stop here. Type **supplier readiness check** to begin again, or ask "
            + "another question in your own words."
    );

    public static readonly LocalizedText BackToChecklist = new("Quay lại phần kiểm tra đang dở:", "Back to the readiness check:");

    /// <summary>Used while the request form is open.</summary>
    public static readonly LocalizedText FinishFormFirst = new(
        "Anh/chị đang điền một yêu cầu. Anh/chị gửi xong hoặc gõ **hủy**, rồi bắt đầu phần kiểm tra nhé.",
        "You are filling in a request. Please send it or type **cancel**, then start the check."
    );

    /// <summary>{0} requirements met, {1} missing, {2} unclear, {3} in total.</summary>
    public static readonly LocalizedText ResultCounts = new(
        "Xong {3} câu: đã có {0}, còn thiếu {1}, chưa rõ {2}.",
        "All {3} questions answered: {0} in place, {1} missing, {2} not sure."
    );

    public static readonly LocalizedText Title = new("Mức sẵn sàng làm nhà cung cấp", "Readiness as a supplier");

    /// <summary>{0} the sector, {1} the day.</summary>
    public static readonly LocalizedText SectorAndDay = new(
        "Ngành của khách hàng: {0}. Lập ngày {1}.",
        "The buyer's sector: {0}. Made on {1}."
    );

    public static readonly LocalizedText Met = new("Đã có", "In place");

    public static readonly LocalizedText Missing = new("Còn thiếu, và việc cần làm", "Missing, and what to do");

    public static readonly LocalizedText Unclear = new("Chưa rõ, cần xem lại", "Not sure, please check");

    /// <summary>{0} titles of articles.</summary>
    public static readonly LocalizedText PossibleSupport = new("Hỗ trợ có thể tìm hiểu: {0}", "Support that may help: {0}");

    public static readonly LocalizedText SupportButtonsIntro = new(
        "Bấm để xem hỗ trợ có thể phù hợp, điều kiện và cách đăng ký:",
        "Press to see support that may fit, its conditions and how to apply:"
    );

    public static readonly LocalizedText Note = new(
        "Bảng này là **hướng dẫn**, dựa trên thông lệ của khách hàng lớn và câu trả lời của anh/chị. Đây **không phải** chứng "
            + "nhận, cũng không phải kết quả đánh giá của cơ quan nhà nước; mỗi khách hàng có yêu cầu riêng.",
        "This is **guidance**, based on what large buyers commonly ask and on your answers. It is **not** a certificate and no "
            + "assessment by a public body; every buyer has requirements of its own."
    );

    public static readonly LocalizedText OpenPrintablePage = new("Mở trang để in", "Open the page to print");

    public static readonly LocalizedText InvalidLink = new(
        "Đường dẫn này không đúng hoặc bị thiếu. Anh/chị quay lại cuộc trò chuyện và mở lại trang để in.",
        "This link is wrong or incomplete. Please go back to the conversation and open the page to print again."
    );
}
