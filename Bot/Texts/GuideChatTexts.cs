using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Guides;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of a guide: its questions, confirmations and results.</summary>
internal static class GuideChatTexts
{
    public static readonly LocalizedText Intro = new(
        "Tôi cần vài thông tin, hỏi lần lượt từng điều. Điều nào chưa rõ anh/chị trả lời **chưa rõ**; gõ **hủy** để dừng. Tôi "
            + "chỉ nhớ trong cuộc trò chuyện này.",
        "I need a few facts and will ask for them one by one. Answer **not sure** to anything you do not know; type **cancel** "
            + "to stop. I remember this for our conversation only."
    );

    /// <summary>{0} the remembered facts.</summary>
    public static readonly LocalizedText IntroWithKnownFacts = new(
        "Tôi nhớ anh/chị đã cho biết: {0}. Nếu sai, anh/chị cứ sửa, ví dụ “không, 25 người”. Tôi hỏi thêm vài điều; gõ **hủy** để dừng.",
        "I remember that you told me: {0}. If that is wrong, just correct me, for example “no, 25 people”. I have a few more "
            + "questions; type **cancel** to stop."
    );

    /// <summary>{0} the facts known now.</summary>
    public static readonly LocalizedText Noted = new("Tôi ghi nhận: {0}.", "Noted: {0}.");

    /// <summary>{0} the repeated question.</summary>
    public static readonly LocalizedText AnswerNotUnderstood = new(
        "Tôi chưa đọc được câu trả lời. Anh/chị trả lời lại giúp, hoặc gõ **chưa rõ** để bỏ qua.\n\n{0}",
        "I could not read the answer. Please answer again, or type **not sure** to skip it.\n\n{0}"
    );

    public static readonly LocalizedText RecordedAsNotSure = new(
        "Tôi tạm ghi điều này là **chưa rõ** và đi tiếp.",
        "I will note **not sure** for this one and go on."
    );

    public static readonly LocalizedText BackToGuide = new("Quay lại phần đang dở:", "Back to the questions:");

    /// <summary>Used while the request form is open.</summary>
    public static readonly LocalizedText FinishFormFirst = new(
        "Anh/chị đang điền một yêu cầu. Anh/chị gửi xong hoặc gõ **hủy**, rồi bắt đầu phần này nhé.",
        "You are filling in a request. Please send it or type **cancel**, then start this."
    );

    /// <summary>{0} the remembered facts.</summary>
    public static readonly LocalizedText Remembered = new(
        "Trong cuộc trò chuyện này tôi nhớ: {0}. Anh/chị gõ **xóa dữ liệu của tôi** để tôi quên.",
        "In this conversation I remember: {0}. Type **delete my data** to have me forget it."
    );

    public static readonly LocalizedText NothingRemembered = new(
        "Tôi chưa nhớ thông tin nào về doanh nghiệp của anh/chị.",
        "I do not remember anything about your enterprise."
    );

    public static readonly LocalizedText NoAnswerToContinue = new(
        "Tôi chưa có câu trả lời nào để nói thêm. Anh/chị muốn hỏi gì?",
        "There is no answer yet that I could tell you more about. What would you like to ask?"
    );

    /// <summary>The message has more questions than are answered at once.</summary>
    public static readonly LocalizedText OnlyFirstThreeAnswered = new(
        "Tôi trả lời ba câu đầu; các câu còn lại anh/chị hỏi tiếp giúp.",
        "I answer the first three questions; please ask the others after that."
    );

    /// <summary>The message may mean either of two articles; both answers follow, each under its title.</summary>
    public static readonly LocalizedText TwoReadings = new(
        "Câu hỏi có thể hiểu theo hai ý. Tôi trả lời cả hai, anh/chị xem ý nào đúng:",
        "Your question can be understood in two ways. Here are both answers; please see which one you mean:"
    );

    public static readonly IReadOnlyDictionary<GuideKind, LocalizedText> Names = new Dictionary<GuideKind, LocalizedText>
    {
        [GuideKind.Size] = new("Quy mô của doanh nghiệp", "The size of the enterprise"),
        [GuideKind.Support] = new("Mức hỗ trợ cho doanh nghiệp", "The enterprise's support"),
        [GuideKind.Tax] = new("Điều kiện ưu đãi thuế", "Conditions of a tax relief"),
        [GuideKind.Deadline] = new("Thời hạn tính theo ngày làm việc", "A deadline in working days"),
    };

    /// <summary>The buttons that start a guide; their titles are also the commands.</summary>
    public static readonly IReadOnlyDictionary<GuideKind, LocalizedText> StartCommands = new Dictionary<GuideKind, LocalizedText>
    {
        [GuideKind.Size] = new("Xác định quy mô", "Check my size"),
        [GuideKind.Support] = new("Tính mức hỗ trợ", "Check my support"),
        [GuideKind.Tax] = new("Kiểm tra miễn thuế", "Check tax relief"),
        [GuideKind.Deadline] = new("Tính thời hạn", "Work out a deadline"),
    };
}
