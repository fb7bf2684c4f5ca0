using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Guides;

namespace PolicyAssistantBot.Texts;

/// <summary>What is said around the questions of a guide.</summary>
internal sealed record GuideChatTexts
{
    public required string Intro { get; init; }

    /// <summary>{0} what is remembered.</summary>
    public required string IntroKnown { get; init; }

    /// <summary>{0} what is known now.</summary>
    public required string Noted { get; init; }

    /// <summary>{0} the question again.</summary>
    public required string Unread { get; init; }

    public required string TakenAsNotKnown { get; init; }

    public required string Back { get; init; }

    /// <summary>A request is being filled in.</summary>
    public required string FormFirst { get; init; }

    /// <summary>{0} what is remembered.</summary>
    public required string Remembered { get; init; }

    public required string NothingRemembered { get; init; }

    public required string NothingMore { get; init; }

    /// <summary>More questions came than are answered at once.</summary>
    public required string FirstThree { get; init; }

    public required IReadOnlyDictionary<GuideKind, string> Names { get; init; }

    /// <summary>The buttons that begin; their words are the commands.</summary>
    public required IReadOnlyDictionary<GuideKind, string> Starts { get; init; }

    public static GuideChatTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static GuideChatTexts Vi { get; } =
        new()
        {
            Intro =
                "Tôi cần vài thông tin, hỏi lần lượt từng điều. Điều nào chưa rõ anh/chị trả lời **chưa rõ**; gõ **hủy** để dừng. Tôi chỉ nhớ trong cuộc trò chuyện này.",
            IntroKnown =
                "Tôi nhớ anh/chị đã cho biết: {0}. Nếu sai, anh/chị cứ sửa, ví dụ “không, 25 người”. Tôi hỏi thêm vài điều; gõ **hủy** để dừng.",
            Noted = "Tôi ghi nhận: {0}.",
            Unread = "Tôi chưa đọc được câu trả lời. Anh/chị trả lời lại giúp, hoặc gõ **chưa rõ** để bỏ qua.\n\n{0}",
            TakenAsNotKnown = "Tôi tạm ghi điều này là **chưa rõ** và đi tiếp.",
            Back = "Quay lại phần đang dở:",
            FormFirst = "Anh/chị đang điền một yêu cầu. Anh/chị gửi xong hoặc gõ **hủy**, rồi bắt đầu phần này nhé.",
            Remembered = "Trong cuộc trò chuyện này tôi nhớ: {0}. Anh/chị gõ **xóa dữ liệu của tôi** để tôi quên.",
            NothingRemembered = "Tôi chưa nhớ thông tin nào về doanh nghiệp của anh/chị.",
            NothingMore = "Tôi chưa có câu trả lời nào để nói thêm. Anh/chị muốn hỏi gì?",
            FirstThree = "Tôi trả lời ba câu đầu; các câu còn lại anh/chị hỏi tiếp giúp.",
            Names = new Dictionary<GuideKind, string>
            {
                [GuideKind.Size] = "Quy mô của doanh nghiệp",
                [GuideKind.Support] = "Mức hỗ trợ cho doanh nghiệp",
                [GuideKind.Tax] = "Điều kiện ưu đãi thuế",
                [GuideKind.Deadline] = "Thời hạn tính theo ngày làm việc",
            },
            Starts = new Dictionary<GuideKind, string>
            {
                [GuideKind.Size] = "Xác định quy mô",
                [GuideKind.Support] = "Tính mức hỗ trợ",
                [GuideKind.Tax] = "Kiểm tra miễn thuế",
                [GuideKind.Deadline] = "Tính thời hạn",
            },
        };

    public static GuideChatTexts En { get; } =
        new()
        {
            Intro =
                "I need a few facts and will ask for them one by one. Answer **not sure** to anything you do not know; type **cancel** to stop. I remember this for our conversation only.",
            IntroKnown =
                "I remember that you told me: {0}. If that is wrong, just correct me, for example “no, 25 people”. I have a few more questions; type **cancel** to stop.",
            Noted = "Noted: {0}.",
            Unread = "I could not read the answer. Please answer again, or type **not sure** to skip it.\n\n{0}",
            TakenAsNotKnown = "I will note **not sure** for this one and go on.",
            Back = "Back to where we were:",
            FormFirst = "You are filling in a request. Please send it or type **cancel**, then start this.",
            Remembered = "In this conversation I remember: {0}. Type **delete my data** to have me forget it.",
            NothingRemembered = "I do not remember anything about your enterprise.",
            NothingMore = "There is no answer yet that I could say more about. What would you like to ask?",
            FirstThree = "I answer the first three questions; please ask the others after that.",
            Names = new Dictionary<GuideKind, string>
            {
                [GuideKind.Size] = "The size of the enterprise",
                [GuideKind.Support] = "The enterprise's support",
                [GuideKind.Tax] = "Conditions of a tax relief",
                [GuideKind.Deadline] = "A deadline in working days",
            },
            Starts = new Dictionary<GuideKind, string>
            {
                [GuideKind.Size] = "Check my size",
                [GuideKind.Support] = "Check my support",
                [GuideKind.Tax] = "Check tax relief",
                [GuideKind.Deadline] = "Work out a deadline",
            },
        };
}
