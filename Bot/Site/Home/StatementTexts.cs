using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Home;

/// <summary>The texts of the pages about contact and accessibility.</summary>
internal static class StatementTexts
{
    public static readonly LocalizedText ContactTitle = new("Liên hệ", "Contact");

    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText ContactLead = new(
        "Trợ lý này do {0} phụ trách. Cách nhanh nhất để gặp cán bộ là gửi yêu cầu tại đây: yêu cầu có số theo dõi, thời hạn trả lời và "
            + "đến đúng bộ phận.",
        "The {0} is responsible for this assistant. The fastest way to reach an official is to send a request here: it gets a number, a "
            + "date for the reply, and reaches the right unit."
    );
    public static readonly LocalizedText SendRequest = new("Gửi yêu cầu", "Send a request");
    public static readonly LocalizedText SendRequestCommand = new("gửi yêu cầu", "send a request");
    public static readonly LocalizedText WhereHeading = new("Địa chỉ, điện thoại", "Address and telephone");
    public static readonly LocalizedText Known = new(
        "Bài hướng dẫn dưới đây nói những gì đã biết và ngày kiểm tra.",
        "The guidance below says what is known, and when it was checked."
    );
    public static readonly LocalizedText DataHeading = new("Về dữ liệu cá nhân", "About personal data");

    public static readonly LocalizedText AccessibilityTitle = new("Trợ năng", "Accessibility");
    public static readonly LocalizedText AccessibilityLead = new(
        "Mục tiêu là ai cũng dùng được các trang này: bằng bàn phím, trình đọc màn hình, chữ phóng to, màn hình nhỏ, chế độ tối hoặc "
            + "tương phản cao, theo WCAG 2.2 mức AA. Chưa ai đánh giá toàn bộ các tiêu chí ấy, nên chúng tôi không tuyên bố đã đạt.",
        "The aim is that everybody can use these pages: with a keyboard, a screen reader, enlarged text, a small screen, in the dark or "
            + "with high contrast, by WCAG 2.2, level AA. Nobody has assessed all of its criteria, so we do not claim to meet them."
    );
    public static readonly LocalizedText CheckedHeading = new("Đã kiểm tra", "What was checked");

    public static readonly IReadOnlyList<LocalizedText> Checked =
    [
        new(
            "Mỗi lần phần mềm thay đổi, công cụ axe trong Chromium kiểm tra các trang công khai, khung trò chuyện và bàn tiếp nhận, ở "
                + "chế độ sáng và tối, trên màn hình lớn và điện thoại mô phỏng; lỗi nghiêm trọng phải bằng không. Tiếng Anh được "
                + "kiểm tra ở ít trang hơn.",
            "With every change of the software, axe in Chromium checks the public pages, the chat and the desk, light and dark, on a large "
                + "screen and a simulated phone; there must be no serious fault. Fewer pages are checked in English."
        ),
        new("Tương phản của các cặp màu chữ và nền.", "The contrast of the pairs of colours of text and background."),
        new(
            "Dùng chỉ bằng bàn phím: mở khung trò chuyện, hỏi, đọc, đóng; tại bàn tiếp nhận: đăng nhập, nhận một yêu cầu, "
                + "trả lời, đăng xuất.",
            "Use with the keyboard alone: opening the chat, asking, reading, closing; at the desk: signing in, taking a request, "
                + "answering, signing out."
        ),
        new(
            "Không phải cuộn ngang: trang đầu và khung trò chuyện ở 320 điểm ảnh, các trang khác ở 360 điểm ảnh.",
            "No scrolling sideways: the start page and the chat at 320 pixels, the other pages at 360 pixels."
        ),
    ];

    public static readonly LocalizedText MissingHeading = new("Chưa đạt hoặc chưa kiểm tra", "What is missing or was not checked");

    public static readonly IReadOnlyList<LocalizedText> Missing =
    [
        new(
            "Công cụ tự động chỉ tìm được một phần trở ngại. Chưa thử bằng Firefox và Safari.",
            "Automatic checks find only a part of the barriers. Firefox and Safari were not used in the tests."
        ),
        new(
            "Chưa có người dùng trình đọc màn hình nào thử các trang này; chưa thử trên điện thoại thật.",
            "No user of a screen reader has tried these pages yet; no real phone was used in the tests."
        ),
        new(
            "Khung trò chuyện cần JavaScript. Không có JavaScript, anh/chị đọc được bài hướng dẫn và tra cứu yêu cầu nhưng không hỏi được.",
            "The chat needs JavaScript. Without it you can read the guidance and look up a request, but not ask."
        ),
        new(
            "Tệp mà cán bộ hoặc người gửi đính kèm có thể không đọc được bằng trình đọc màn hình.",
            "Files that officials or askers attach may not be readable with a screen reader."
        ),
    ];

    public static readonly LocalizedText ReportHeading = new("Báo một trở ngại", "Report a barrier");
    public static readonly LocalizedText Report = new(
        "Gặp trở ngại khi dùng, anh/chị gửi yêu cầu loại “Khác” và tả trang, việc đang làm; cán bộ trả lời như mọi yêu cầu khác.",
        "If something stops you, send a request of the kind “Other” that names the page and what you were doing; it is answered like any "
            + "other request."
    );

    /// <summary>{0} a day.</summary>
    public static readonly LocalizedText Date = new("Tuyên bố này viết ngày {0}.", "This statement was written on {0}.");
    public static readonly DateOnly WrittenOn = new(2026, 11, 30);
}
