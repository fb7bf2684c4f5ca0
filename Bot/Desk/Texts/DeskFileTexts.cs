using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the desk's pages about files.</summary>
internal static class DeskFileTexts
{
    public static readonly LocalizedText Title = new("Tệp", "Files");
    public static readonly LocalizedText FromAsker = new("Người gửi gửi kèm", "From the asker");
    public static readonly LocalizedText FromOfficial = new("Cán bộ gửi", "From officials");
    public static readonly LocalizedText NoFiles = new("Chưa có tệp nào.", "There are no files.");
    public static readonly LocalizedText AwaitingScan = new("đang chờ quét mã độc", "waiting to be scanned");
    public static readonly LocalizedText NotScanned = new("chưa quét mã độc", "not scanned for malware");
    public static readonly LocalizedText Clean = new("đã quét, không có mã độc", "scanned, no malware");
    public static readonly LocalizedText Infected = new("có mã độc, đã loại bỏ ({0})", "malware, deleted ({0})");
    public static readonly LocalizedText ContentMissing = new("nội dung không còn trên máy chủ", "the content is no longer on the server");
    public static readonly LocalizedText SentWithNextReply = new("sẽ gửi kèm câu trả lời tiếp theo", "goes with the next reply");
    public static readonly LocalizedText SentWithColleaguesReply = new(
        "sẽ gửi kèm câu trả lời tiếp theo của đồng nghiệp đã thêm tệp",
        "goes with the next reply of the colleague who added it"
    );
    public static readonly LocalizedText Sent = new("đã gửi cho người hỏi", "sent to the asker");
    public static readonly LocalizedText AddFiles = new("Thêm tệp vào câu trả lời tiếp theo", "Add files to the next reply");
    public static readonly LocalizedText AddHint = new(
        "PDF, Word, Excel, PowerPoint không macro, hình ảnh, văn bản; tối đa {0} MB mỗi tệp. Tệp đi cùng câu trả lời, câu "
            + "hỏi thêm hoặc tin chuyển cơ quan khác tiếp theo của anh/chị.",
        "PDF, Word, Excel and PowerPoint without macros, pictures, text; up to {0} MB each. They go with your next reply, question or "
            + "forwarding."
    );

    public static readonly LocalizedText AddButton = new("Thêm tệp", "Add files");
    public static readonly LocalizedText Remove = new("Bỏ tệp {0}", "Remove {0}");
    public static readonly LocalizedText FilesRefused = new("Có tệp chưa được nhận", "Some files were not accepted");
    public static readonly LocalizedText BackToCase = new("Về trang yêu cầu", "Back to the case");
}
