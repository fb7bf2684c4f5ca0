using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts about the erasure and the export of personal data, and about consent.</summary>
internal static class PrivacyTexts
{
    /// <summary>Asks for confirmation before the data is erased.</summary>
    public static readonly LocalizedText ConfirmErasure = new(
        "Tôi sẽ xóa mọi dữ liệu đang lưu về anh/chị: tin nhắn trong mọi cuộc trò chuyện của anh/chị với tôi, biểu mẫu chưa gửi, tệp, câu "
            + "hỏi, đánh giá, và nội dung cùng liên hệ của các yêu cầu đã kết thúc. Việc này không khôi phục được. Anh/chị bấm nút dưới "
            + "đây, hoặc trả lời **đồng ý** để xóa; trả lời khác thì tôi giữ nguyên.",
        "I will erase everything stored about you: the messages of all your conversations with me, forms not yet sent, files, questions "
            + "and votes, and the content and contact of requests that have ended. This cannot be undone. Press a button below, or answer "
            + "**yes** to erase it; with any other answer everything is kept."
    );

    public static readonly LocalizedText EraseNow = new("Có, xóa", "Yes, erase it");

    public static readonly LocalizedText EraseNothing = new("Không, giữ lại", "No, keep it");

    /// <summary>{0} the numbers of the open cases.</summary>
    public static readonly LocalizedText ConfirmErasureWithOpenCases = new(
        "Anh/chị còn yêu cầu đang được xử lý: {0}. Trước khi xóa dữ liệu, anh/chị chọn một cách; trả lời khác thì tôi giữ nguyên mọi thứ. "
            + "Dữ liệu đã xóa không khôi phục được.",
        "You have requests that are still being worked on: {0}. Please choose how to erase your data; with any other answer everything is "
            + "kept. Erased data cannot be restored."
    );

    public static readonly LocalizedText WithdrawAndErase = new("Rút yêu cầu và xóa ngay", "Withdraw the requests and erase now");

    public static readonly LocalizedText EraseAfterCases = new(
        "Xóa phần còn lại, giữ yêu cầu đến khi xong",
        "Erase the rest, keep the requests until they end"
    );

    public static readonly LocalizedText WithdrawConsent = new(
        "Chỉ rút lại đồng ý cho liên hệ",
        "Only withdraw my consent to be contacted"
    );

    /// <summary>{0} the numbers of the cases.</summary>
    public static readonly LocalizedText ConsentWithdrawn = new(
        "Đã ghi nhận anh/chị rút lại đồng ý cho liên hệ đối với yêu cầu {0}: Sở không gọi điện và không gửi email nữa. Cán bộ vẫn trả lời "
            + "trong cuộc trò chuyện này; chưa có gì bị xóa.",
        "Your withdrawal of consent is recorded for {0}: the Department no longer telephones or e-mails you. Officials still answer in "
            + "this chat; nothing was erased."
    );

    /// <summary>{0} the address of the page, {1} of the file.</summary>
    public static readonly LocalizedText ExportLinks = new(
        "Mọi dữ liệu đang lưu về anh/chị: [trang để đọc và in]({0}) · [tệp JSON]({1}). Đường dẫn hết hạn sau 15 phút; ai có đường dẫn đều "
            + "xem được. Muốn xóa, anh/chị gõ **xóa dữ liệu của tôi**.",
        "Everything stored about you: [a page to read and print]({0}) · [a JSON file]({1}). The links expire after 15 minutes; whoever "
            + "has them can see the data. To erase it, type **delete my data**."
    );

    public static readonly LocalizedText ExportInPrivateOnly = new(
        "Để xem mọi dữ liệu đang lưu về mình, anh/chị hỏi tôi trong cuộc trò chuyện riêng, vì ở đây người khác cũng đọc được.",
        "To see everything stored about you, ask me in a private chat, because others can read this one."
    );

    /// <summary>When no link can be given.</summary>
    public static readonly LocalizedText ExportOnRequest = new(
        "Để nhận bản sao mọi dữ liệu đang lưu về mình, anh/chị gõ **gửi yêu cầu** và chọn loại “Khác”.",
        "To get a copy of everything stored about you, type **send a request** and choose the kind “Other”."
    );

    /// <summary>{0} the address of the page.</summary>
    public static readonly LocalizedText NoticeLink = new(
        "[Thông báo về dữ liệu cá nhân]({0}): lưu gì, bao lâu, cách xem và xóa.",
        "[Privacy notice]({0}): what is kept, for how long, how to see and erase it."
    );

    public static readonly LocalizedText KeepEverything = new("Giữ nguyên", "Keep everything");

    public static readonly LocalizedText ErasureCancelled = new("Tôi giữ nguyên, chưa xóa gì.", "Nothing was erased.");

    /// <summary>{0} the reference of the erasure, {1} what was erased, {2} what stays.</summary>
    public static readonly LocalizedText ErasureReceipt = new(
        "Đã xóa dữ liệu của anh/chị (mã xác nhận {0}).\n\n**Đã xóa**\n{1}\n\n**Còn giữ**\n{2}",
        "Your data has been erased (reference {0}).\n\n**Erased**\n{1}\n\n**Kept**\n{2}"
    );

    /// <summary>{0} messages, {1} conversations.</summary>
    public static readonly LocalizedText ErasedMessages = new(
        "- {0} tin nhắn trong {1} cuộc trò chuyện, những gì tôi nhớ từ đó, biểu mẫu chưa gửi và tệp đã tải lên",
        "- {0} messages in {1} conversations, what I remembered from them, forms not yet sent and uploaded files"
    );

    /// <summary>{0} questions, {1} votes.</summary>
    public static readonly LocalizedText ErasedQuestions = new(
        "- {0} câu hỏi trong nhật ký và {1} đánh giá",
        "- {0} questions in the log and {1} votes"
    );

    /// <summary>{0} the numbers of the cases, {1} files.</summary>
    public static readonly LocalizedText ErasedCases = new(
        "- nội dung, thông tin liên hệ, thư, ghi chú và {1} tệp của yêu cầu {0}",
        "- content, contact, mails, notes and {1} files of {0}"
    );

    /// <summary>{0} the numbers of the cases.</summary>
    public static readonly LocalizedText WithdrawnCases = new(
        "- yêu cầu đã rút theo ý anh/chị: {0}",
        "- requests withdrawn as you wished: {0}"
    );

    /// <summary>{0} the numbers of the cases, {1} days.</summary>
    public static readonly LocalizedText KeptOpenCases = new(
        "- yêu cầu đang xử lý {0}: nội dung và liên hệ được xóa {1} ngày sau khi kết thúc, vì cán bộ cần để trả lời",
        "- requests being worked on {0}: content and contact are erased {1} days after they end, because officials need them to answer"
    );

    /// <summary>Of cases without content.</summary>
    public static readonly LocalizedText KeptHistory = new(
        "- số, loại, ngày và trạng thái của yêu cầu cùng chuỗi mã kiểm chứng, không có nội dung và liên hệ: là hồ sơ công việc "
            + "của Sở, lưu theo quy định về lưu trữ",
        "- number, kind, dates and status of requests with their chain of hashes, without content and contact: a record of the "
            + "Department's work, kept under the archive rules"
    );

    /// <summary>{0} days.</summary>
    public static readonly LocalizedText KeptViewLog = new(
        "- nhật ký cán bộ nào đã mở yêu cầu, {0} ngày: để truy trách nhiệm khi lộ dữ liệu",
        "- the log of which official opened a request, {0} days: to trace a leak"
    );

    /// <summary>{0} days.</summary>
    public static readonly LocalizedText KeptErasure = new(
        "- bản ghi về lần xóa này (mã, ngày, số lượng; không có tên), {0} ngày: để chứng minh và để xóa lại nếu phải dùng bản sao lưu",
        "- the record of this erasure (reference, day, counts; no name), {0} days: as proof, and to repeat it if a backup is restored"
    );

    public static readonly LocalizedText KeptFigures = new("- số liệu thống kê không gắn với người", "- statistics that refer to nobody");

    public static readonly LocalizedText ConversationEnds = new(
        "Cuộc trò chuyện này kết thúc tại đây và biến mất sau ít phút; anh/chị có thể mở cuộc trò chuyện mới bất cứ lúc nào.",
        "This conversation ends here and disappears in a few minutes; you can start a new one at any time."
    );

    public static readonly LocalizedText CopiesInTeams = new(
        "Tin nhắn hiển thị trong Teams do Microsoft lưu; anh/chị xóa chúng trong Teams.",
        "The messages shown in Teams are kept by Microsoft; you can delete them in Teams."
    );
}
