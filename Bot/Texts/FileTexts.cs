using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts about files. They contain file names, which are untrusted, so they are always sent as plain text.</summary>
internal static class FileTexts
{
    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText AddedToForm = new(
        "Đã nhận tệp {0}; tệp sẽ được gửi cùng yêu cầu này.",
        "The file {0} was received; it will be sent with this request."
    );

    /// <summary>{0} the name, {1} the case number.</summary>
    public static readonly LocalizedText AddedToCase = new("Đã thêm tệp {0} vào yêu cầu {1}.", "The file {0} was added to request {1}.");

    public static readonly LocalizedText ScanNotice = new(
        "Tệp được quét mã độc trước khi cán bộ mở.",
        "Files are scanned for malware before an official opens them."
    );

    /// <summary>{0} the name, {1} the limit in MB.</summary>
    public static readonly LocalizedText TooLarge = new(
        "Tệp {0} chưa được nhận vì quá lớn; mỗi tệp tối đa {1} MB.",
        "The file {0} was not accepted: it is too large. A file may have at most {1} MB."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText Empty = new(
        "Tệp {0} chưa được nhận vì không có nội dung.",
        "The file {0} was not accepted: it is empty."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText PhonePicture = new(
        "Chưa nhận được ảnh {0} vì là ảnh HEIC. Anh/chị lưu ảnh thành JPG hoặc PNG rồi gửi lại.",
        "The picture {0} was not accepted because it is a HEIC picture. Please save it as JPG or PNG and send it again."
    );

    /// <summary>{0} the name, {1} the accepted types.</summary>
    public static readonly LocalizedText TypeNotAccepted = new(
        "Tệp {0} chưa được nhận vì thuộc loại không được chấp nhận. Các loại được nhận: {1}.",
        "The file {0} was not accepted: files of this type are not allowed. Allowed types: {1}."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText ContentMismatch = new(
        "Tệp {0} chưa được nhận vì nội dung không đúng với phần mở rộng của tên. Anh/chị xuất lại tệp rồi gửi giúp.",
        "The file {0} was not accepted: its content does not match its file extension. Please export it again and send it."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText ActiveContent = new(
        "Tệp {0} chưa được nhận vì có mã tự chạy, đối tượng nhúng hoặc liên kết tới tệp bên ngoài. Anh/chị in ra PDF rồi gửi giúp.",
        "The file {0} was not accepted: it contains scripts, embedded objects or links to other files. Please send it printed as a PDF."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText Macros = new(
        "Tệp {0} chưa được nhận vì có chứa macro. Anh/chị lưu lại không kèm macro, hoặc xuất thành PDF, rồi gửi giúp.",
        "The file {0} was not accepted: it contains macros. Please save it without them, or as a PDF, and send it again."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText Damaged = new(
        "Tệp {0} chưa được nhận vì bị hỏng, không mở được. Anh/chị gửi lại bản khác giúp.",
        "The file {0} was not accepted: it is damaged and cannot be opened. Please send another copy."
    );

    /// <summary>{0} the name, {1} the maximum number of files of a case.</summary>
    public static readonly LocalizedText TooMany = new(
        "Tệp {0} chưa được nhận vì mỗi yêu cầu chỉ nhận tối đa {1} tệp.",
        "The file {0} was not accepted: a request may have at most {1} files."
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText FetchFailed = new(
        "Tôi chưa lấy được tệp {0}. Anh/chị gửi lại giúp.",
        "I could not fetch the file {0}. Please send it again."
    );

    /// <summary>The files belong to no request yet and are kept for the next one. {0} the name.</summary>
    public static readonly LocalizedText HeldForForm = new(
        "Đã nhận tệp {0}; tệp chưa thuộc yêu cầu nào nên chưa ai xem. Khi anh/chị gửi yêu cầu, tệp sẽ đi cùng biểu mẫu.",
        "The file {0} was received; it belongs to no request yet, so nobody has seen it. When you send a request, it goes with the form."
    );

    /// <summary>The message named a case that is not the asker's.</summary>
    public static readonly LocalizedText NoRequest = new(
        "Tệp chưa được lưu vì chưa thuộc yêu cầu nào. Anh/chị gõ “gửi yêu cầu” rồi gửi tệp khi đang điền biểu mẫu; hoặc gửi "
            + "tệp kèm số của yêu cầu đã gửi từ đây.",
        "The file was not stored: it belongs to no request yet. Type “send a request” and send the file while the form is open, "
            + "or send it together with the number of a request that you sent from here."
    );

    /// <summary>The request accepts no more messages. {0} the case number, {1} the status.</summary>
    public static readonly LocalizedText NotAccepted = new(
        "Yêu cầu {0} không nhận thêm nội dung (tình trạng: {1}), nên tệp và tin nhắn vừa rồi chưa được lưu. Nếu vẫn cần hỗ "
            + "trợ, anh/chị gõ “gửi yêu cầu” để gửi yêu cầu mới.",
        "Request {0} accepts no more messages (status: {1}), so neither the file nor your message was stored. If you still need "
            + "help, type “send a request” to send a new one."
    );

    /// <summary>No file was accepted, but the text of the message was stored. {0} the case number.</summary>
    public static readonly LocalizedText OnlyTextAdded = new(
        "Lời nhắn kèm theo đã được chuyển vào yêu cầu {0}.",
        "The text that came with it was added to request {0}."
    );

    /// <summary>Files were attached to a withdrawal.</summary>
    public static readonly LocalizedText NotAllowedWithWithdrawal = new(
        "Tệp chưa được lưu và yêu cầu chưa được rút. Để rút yêu cầu, anh/chị gửi lại tin nhắn không kèm tệp.",
        "The file was not stored and the request was not withdrawn. To withdraw the request, please send the message again without a file."
    );

    /// <summary>The text of the message was too long. {0} the case number, {1} its length, {2} the limit.</summary>
    public static readonly LocalizedText TextTooLong = new(
        "Nội dung kèm tệp cho yêu cầu {0} dài {1} ký tự, quá giới hạn {2} ký tự, nên cả nội dung và tệp chưa được lưu. Anh/chị "
            + "rút gọn nội dung rồi gửi lại cùng tệp giúp.",
        "Your text with the file for request {0} has {1} characters; the limit is {2}, so neither the text nor the file was "
            + "stored. Please shorten the text and send it again with the file."
    );

    /// <summary>{0} the case number of one of several open requests.</summary>
    public static readonly LocalizedText WhichCase = new(
        "Anh/chị có nhiều yêu cầu đang mở nên tệp chưa được lưu. Anh/chị gửi lại tệp kèm số yêu cầu trong cùng một tin nhắn, ví dụ {0}.",
        "You have several open requests, so the file was not stored. Please send it again together with the case number in one "
            + "message, such as {0}."
    );

    /// <summary>Files in a Teams group, where a bot receives none.</summary>
    public static readonly LocalizedText NotSupportedInGroup = new(
        "Trong nhóm hoặc kênh, Teams không chuyển tệp cho trợ lý. Anh/chị mở cuộc trò chuyện riêng với tôi và gửi tệp kèm số "
            + "yêu cầu ở đó giúp.",
        "In groups and channels, Teams does not pass files on to the assistant. Please open a personal chat with me and send "
            + "the file there, together with the case number."
    );

    /// <summary>What the official reads when the message had files but no text. {0} the names.</summary>
    public static readonly LocalizedText SentFiles = new("Đã gửi tệp: {0}", "Sent files: {0}");

    /// <summary>The label in the summary of the request.</summary>
    public static readonly LocalizedText AttachedFilesLabel = new("Tệp gửi kèm", "Attached files");

    /// <summary>{0} the name, {1} the case number.</summary>
    public static readonly LocalizedText MalwareFound = new(
        "Tệp {0} của yêu cầu {1} đã bị loại bỏ vì phát hiện mã độc; cán bộ không nhận được tệp này. Anh/chị kiểm tra máy tính, "
            + "rồi gửi lại bản sạch giúp.",
        "The file {0} of request {1} was deleted because malware was found in it; the official did not receive it. Please "
            + "check your computer and send a clean copy."
    );

    /// <summary>{0} the case number; the files follow as links.</summary>
    public static readonly LocalizedText FilesFromOfficial = new(
        "Cán bộ gửi kèm tệp cho yêu cầu {0} của anh/chị:",
        "The official sent files for your request {0}:"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText FileFromOfficialDescription = new(
        "Tệp cán bộ gửi kèm yêu cầu {0}",
        "File from the official for request {0}"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText FilesFromOfficialInGroup = new(
        "Cán bộ có gửi kèm tệp cho yêu cầu {0}. Teams không cho trợ lý gửi tệp trong nhóm: anh/chị mở cuộc trò chuyện riêng "
            + "với tôi và gõ số yêu cầu để nhận tệp.",
        "The official sent files for request {0}. Teams does not let the assistant send files in a group: open a personal "
            + "chat with me and type the case number to get them."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText FilesFromOfficialOnOtherChannel = new(
        "Cán bộ có gửi kèm tệp cho yêu cầu {0}, nhưng tôi không gửi được tệp trên kênh này. Anh/chị liên hệ cán bộ để nhận tệp "
            + "bằng cách khác.",
        "The official sent files for request {0}, but I cannot send files on this channel. Please ask the official for another way."
    );

    public static readonly LocalizedText LinkExpired = new(
        "Liên kết không còn dùng được. Anh/chị gõ số yêu cầu trong cuộc trò chuyện đã gửi để nhận liên kết mới.",
        "This link can no longer be used. Type the case number in the chat from which you sent the request to get a new one."
    );
}
