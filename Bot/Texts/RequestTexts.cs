using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts shown while a request is filled in. The labels and questions of the fields are in <c>FieldTexts</c>.</summary>
internal static class RequestTexts
{
    public static readonly LocalizedText Title = new("Gửi yêu cầu cho cán bộ Sở Tài chính", "Send a request to the Department of Finance");

    /// <summary>Accompanies the form card.</summary>
    public static readonly LocalizedText Intro = new(
        "Anh/chị điền biểu mẫu dưới đây. Mục có dấu * là bắt buộc. Có thể gửi kèm tệp (PDF, Word, Excel, hình ảnh) ngay trong "
            + "cuộc trò chuyện này khi biểu mẫu đang mở. Gõ **hủy** để dừng bất cứ lúc nào.",
        "Please fill in the form below. Fields with * are required. You can send files along (PDF, Word, Excel, pictures) in "
            + "this chat while the form is open. Type **cancel** to stop at any time."
    );

    /// <summary>For people who prefer typing. {0} the question for the first field.</summary>
    public static readonly LocalizedText StepByStepOffer = new(
        "Nếu muốn trả lời từng câu thay vì điền biểu mẫu: {0}",
        "If you would rather answer one question at a time: {0}"
    );

    /// <summary>Introduces the question that was interrupted.</summary>
    public static readonly LocalizedText BackToForm = new("Quay lại yêu cầu đang điền:", "Back to your request:");

    /// <summary>The button under an answer that came in between.</summary>
    public static readonly LocalizedText ContinueForm = new("Tiếp tục điền phiếu", "Continue the form");

    /// <summary>Accompanies the card that is shown again. {0} the question that is open.</summary>
    public static readonly LocalizedText FormAgain = new(
        "Đây là phiếu đang điền dở; những gì anh/chị đã điền vẫn còn. Muốn trả lời từng câu: {0}",
        "This is your form; everything you have filled in is still there. To answer one question at a time: {0}"
    );

    /// <summary>Under an answer, while the form waits.</summary>
    public static readonly LocalizedText FormWaits = new("Phiếu đang điền dở vẫn được giữ.", "Your unfinished form is kept.");

    /// <summary>{0} label of the field.</summary>
    public static readonly LocalizedText FormWaitsFor = new(
        "Phiếu vẫn mở ở mục **{0}**. Anh/chị gõ nội dung mục đó khi sẵn sàng, hoặc gõ **hủy** để dừng.",
        "Your form is still open at **{0}**. Type it when you are ready, or type **cancel** to stop."
    );

    public static readonly LocalizedText NoTaxCode = new(
        "Phiếu cần một mã số để cán bộ trả lời đúng doanh nghiệp. Hộ kinh doanh nhập số định danh 12 số của chủ hộ. Chưa đăng ký doanh "
            + "nghiệp thì anh/chị cứ hỏi tại đây, không cần phiếu; gõ **hủy** để dừng.",
        "The form needs a code, so that the official answers for the right enterprise. A household business enters its owner's 12-digit "
            + "personal number. If nothing is registered yet, simply ask here; no form is needed. Type **cancel** to stop."
    );

    public static readonly LocalizedText ConfirmDiscard = new(
        "Bỏ phiếu đang điền dở? Những gì anh/chị đã điền sẽ không được lưu.",
        "Discard the unfinished form? What you have filled in will not be kept."
    );

    public static readonly LocalizedText Discard = new("Có, bỏ phiếu", "Yes, discard it");

    public static readonly LocalizedText KeepForm = new("Không, điền tiếp", "No, continue");

    public static readonly LocalizedText Optional = new("không bắt buộc", "optional");

    /// <summary>{0} the number of the step, {1} how many there are, {2} its title.</summary>
    public static readonly LocalizedText StepTitle = new("Bước {0}/{1}: {2}", "Step {0} of {1}: {2}");

    public static readonly IReadOnlyDictionary<FormStep, LocalizedText> StepNames = new Dictionary<FormStep, LocalizedText>
    {
        [FormStep.Enterprise] = new("doanh nghiệp", "your enterprise"),
        [FormStep.Request] = new("nội dung cần hỗ trợ", "what you need"),
        [FormStep.Contact] = new("liên hệ và đồng ý", "contact and consent"),
    };

    /// <summary>Above the telephone number and the e-mail address, before a mistake can be made.</summary>
    public static readonly LocalizedText ContactRule = new(
        "Điện thoại và email không bắt buộc: trả lời luôn hiện trong cuộc trò chuyện này. Nếu để lại điện thoại hoặc email, anh/chị tích ô "
            + "đồng ý liên hệ ở dưới.",
        "Telephone and e-mail are optional: the reply always appears in this chat. If you leave one of them, tick the consent to be "
            + "contacted below."
    );

    public static readonly LocalizedText NextStep = new("Bước sau", "Next");

    public static readonly LocalizedText PreviousStep = new("Bước trước", "Back");

    public static readonly LocalizedText Continue = new("Tiếp tục", "Continue");

    public static readonly LocalizedText Cancel = new("Hủy", "Cancel");

    public static readonly LocalizedText Skip = new("Bỏ qua", "Skip");

    public static readonly LocalizedText CorrectionNeeded = new(
        "Có mục cần sửa; những gì anh/chị đã điền vẫn được giữ nguyên.",
        "Some fields need a correction; everything you entered is kept."
    );

    public static readonly LocalizedText SummaryTitle = new("Anh/chị xem lại trước khi gửi", "Please check your request before it is sent");

    public static readonly LocalizedText ConfirmSummary = new(
        "Gửi yêu cầu này cho cán bộ? Anh/chị chịu trách nhiệm về thông tin đã khai. Trả lời **gửi**, **sửa** hoặc **hủy**.",
        "Send this request to an official? You answer for what you have declared. Answer **send**, **edit** or **cancel**."
    );

    /// <summary>The reply to the summary was not clearly a yes.</summary>
    public static readonly LocalizedText NotSent = new(
        "Chưa có gì được gửi; biểu mẫu vẫn mở. Trả lời **gửi** để gửi, **sửa** để sửa hoặc **hủy** để bỏ.",
        "Nothing was sent; the form stays open. Answer **send** to send it, **edit** to change it or **cancel** to discard it."
    );

    public static readonly LocalizedText Send = new("Gửi", "Send");

    public static readonly LocalizedText Edit = new("Sửa", "Edit");

    public static readonly LocalizedText AskWhichField = new("Anh/chị muốn sửa mục nào?", "Which field would you like to change?");

    public static readonly LocalizedText NotGiven = new("(chưa có)", "(not given)");

    /// <summary>{0} the value entered before.</summary>
    public static readonly LocalizedText CurrentValue = new("Hiện đang là: {0}", "At present: {0}");

    public static readonly LocalizedText AttemptsExhausted = new(
        "Tôi chưa đọc được câu trả lời sau vài lần thử. Anh/chị điền mục này trong biểu mẫu giúp; những gì đã điền vẫn được giữ.",
        "I could not read your answer after several attempts. Please fill in this field in the form; everything you entered is kept."
    );

    public static readonly LocalizedText CannotSkip = new(
        "Mục này cần có để cán bộ xử lý được. Anh/chị điền giúp, hoặc gõ **hủy** để dừng.",
        "The official needs this to work on your request. Please fill it in, or type **cancel** to stop."
    );

    public static readonly LocalizedText ChoiceNotRecognized = new(
        "Anh/chị chọn một trong các mục được liệt kê giúp.",
        "Please choose one of the listed options."
    );
}
