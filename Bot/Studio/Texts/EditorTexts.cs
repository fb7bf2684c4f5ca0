using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Studio.Texts;

/// <summary>Texts of the editor, the review and the publication.</summary>
internal static class EditorTexts
{
    public static readonly LocalizedText EditTitle = new("Soạn: {0}", "Writing: {0}");
    public static readonly LocalizedText Save = new("Lưu và kiểm tra", "Save and check");
    public static readonly LocalizedText Saved = new("Đã lưu.", "Saved.");
    public static readonly LocalizedText Merged = new(
        "Đã lưu. Có người sửa mục khác cùng lúc: cả hai thay đổi đều được giữ.",
        "Saved. Someone changed other parts meanwhile: both changes are kept."
    );
    public static readonly LocalizedText Findings = new("Cần sửa trước khi gửi: {0}", "To be mended before submitting: {0}");
    public static readonly LocalizedText NoFindings = new("Không có lỗi kiểm tra.", "The check has no finding.");
    public static readonly LocalizedText FindingAt = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText General = new("Thông tin chung", "General");
    public static readonly LocalizedText TitleVi = new("Tên bài, tiếng Việt", "Title, Vietnamese");
    public static readonly LocalizedText TitleEn = new("Tên bài, tiếng Anh", "Title, English");
    public static readonly LocalizedText QuestionsVi = new(
        "Cách hỏi bằng tiếng Việt, mỗi dòng một câu",
        "Ways of asking in Vietnamese, one a line"
    );
    public static readonly LocalizedText QuestionsEn = new(
        "Cách hỏi bằng tiếng Anh, mỗi dòng một câu",
        "Ways of asking in English, one a line"
    );
    public static readonly LocalizedText Sections = new("Nội dung", "Content");
    public static readonly LocalizedText SectionId = new("Mã mục", "Section id");
    public static readonly LocalizedText HeadingVi = new("Tên mục, tiếng Việt", "Heading, Vietnamese");
    public static readonly LocalizedText HeadingEn = new("Tên mục, tiếng Anh", "Heading, English");
    public static readonly LocalizedText TextVi = new("Tiếng Việt", "Vietnamese");
    public static readonly LocalizedText TextEn = new("Tiếng Anh", "English");
    public static readonly LocalizedText NewSection = new("Thêm một mục", "Add a section");
    public static readonly LocalizedText Bases = new("Căn cứ", "Legal bases");
    public static readonly LocalizedText Basis = new("Căn cứ {0}", "Basis {0}");
    public static readonly LocalizedText NewBasis = new("Thêm một căn cứ", "Add a basis");
    public static readonly LocalizedText Document = new("Văn bản", "Document");
    public static readonly LocalizedText Clause = new("Điều khoản", "Clause");
    public static readonly LocalizedText From = new("Từ ngày", "From");
    public static readonly LocalizedText Until = new("Đến hết ngày", "Until");
    public static readonly LocalizedText ReplacedBy = new("Thay bằng", "Replaced by");
    public static readonly LocalizedText Label = new("Mức kiểm chứng", "Verification");
    public static readonly LocalizedText Figures = new("Số liệu của điều khoản, mỗi dòng một số", "Figures of the clause, one a line");
    public static readonly LocalizedText Examples = new("Số trong ví dụ, mỗi dòng một số", "Figures of examples, one a line");
    public static readonly LocalizedText BasisId = new("Mã để dẫn chiếu", "Name for references");
    public static readonly LocalizedText ThenVi = new("Quy định tiếp theo, tiếng Việt", "What holds afterwards, Vietnamese");
    public static readonly LocalizedText ThenEn = new("Quy định tiếp theo, tiếng Anh", "What holds afterwards, English");
    public static readonly LocalizedText Validity = new("Hiệu lực và kiểm tra", "Validity and check");
    public static readonly LocalizedText Review = new("Muốn xem lại ngày", "To be checked again on");
    public static readonly LocalizedText Source = new("Nguồn", "Source");
    public static readonly LocalizedText FollowUps = new("Mã các bài gợi ý tiếp", "Keys of follow-ups");
    public static readonly LocalizedText Related = new("Mã các bài liên quan", "Keys of related articles");
    public static readonly LocalizedText WholeFile = new("Toàn văn tệp, cho người quen dùng", "The whole file, for experts");
    public static readonly LocalizedText SaveFile = new("Lưu toàn văn", "Save the whole file");
    public static readonly LocalizedText Kept = new("Đã giữ lúc {0}, chưa lưu vào bản nháp.", "Kept at {0}, not saved into the draft yet.");
    public static readonly LocalizedText NotKept = new(
        "Chưa gửi được: chữ vừa gõ giữ trong trình duyệt này. Nếu phiên đã hết, đăng nhập lại ở thẻ khác rồi gõ tiếp.",
        "Not sent: what you typed is kept in this browser. If the session has ended, sign in again in another tab and go on."
    );
    public static readonly LocalizedText UnsavedNotice = new(
        "Chữ anh/chị gõ lần trước mà chưa lưu đang có trong biểu mẫu.",
        "What you typed last time without saving is in the form."
    );
    public static readonly LocalizedText DropUnsaved = new("Bỏ chữ chưa lưu", "Drop what is not saved");
    public static readonly LocalizedText AlsoHere = new("{0} cũng đang mở bản nháp này.", "{0} also has this draft open.");
    public static readonly LocalizedText NewerSaved = new(
        "Có người vừa lưu bản nháp; khi anh/chị lưu, hai thay đổi được ghép lại.",
        "Someone has just saved the draft; when you save, both changes are merged."
    );
    public static readonly LocalizedText NoPreview = new(
        "Chưa xem trước được: điền đủ tên bài, câu trả lời ngắn và căn cứ.",
        "No preview yet: fill in the title, the short answer and a basis."
    );
    public static readonly LocalizedText Preview = new("Người hỏi sẽ thấy", "What askers will see");
    public static readonly LocalizedText Submit = new("Gửi thẩm định", "Submit for review");
    public static readonly LocalizedText ReasonLabel = new("Sửa gì và vì sao", "What is changed, and why");
    public static readonly LocalizedText Discard = new("Bỏ bản nháp", "Discard the draft");
    public static readonly LocalizedText ConflictTitle = new("Hai người sửa cùng một chỗ", "Two people changed the same place");
    public static readonly LocalizedText ConflictText = new(
        "Chữ anh/chị vừa gõ vẫn còn trong biểu mẫu bên dưới. Xem bản của người kia, chỉnh lại rồi lưu.",
        "What you typed is still in the form below. Look at the other text, adjust yours, then save."
    );
    public static readonly LocalizedText Mine = new("Của tôi", "Mine");
    public static readonly LocalizedText Theirs = new("Của người kia", "Theirs");
    public static readonly LocalizedText Before = new("Trước đó", "Before");
    public static readonly LocalizedText Unreadable = new(
        "Tệp này chưa đọc được thành các mục. Sửa ở phần toàn văn.",
        "This file cannot be read into its fields yet. Mend it in the whole file."
    );

    public static readonly LocalizedText ReviewTitle = new("Thẩm định: {0}", "Review: {0}");
    public static readonly LocalizedText Changes = new("Thay đổi", "Changes");
    public static readonly LocalizedText Gate = new("Hỏi thử bộ câu hỏi", "The set questions, asked with this text");
    public static readonly LocalizedText GateRunning = new(
        "Đang hỏi thử trên bản mới. Tải lại trang sau ít giây.",
        "Being asked with the new text. Reload the page in a few seconds."
    );
    public static readonly LocalizedText GatePassed = new(
        "Được xuất bản: {0} câu đã hỏi, không câu nào sai thêm.",
        "May be published: {0} questions asked, none went wrong."
    );
    public static readonly LocalizedText GateFailed = new(
        "Không được xuất bản: {0} câu của bài khác bị sai hoặc đổi bài, {1} lỗi kiểm tra, {2} cách hỏi không dẫn về bài này.",
        "May not be published: {0} answers went wrong or moved to another article, {1} findings, {2} ways of asking lead elsewhere."
    );
    public static readonly LocalizedText OwnAnswers = new("Câu trả lời của chính bài này", "Answers of this article");
    public static readonly LocalizedText Bystanders = new("Câu trả lời của bài khác", "Answers of other articles");
    public static readonly LocalizedText NoLongerAnswered = new("Không còn trả lời được", "No longer answered");
    public static readonly LocalizedText LostPhrasings = new("Cách hỏi không dẫn về bài này", "Ways of asking that lead elsewhere");
    public static readonly LocalizedText After = new("Sau", "After");
    public static readonly LocalizedText Lost = new("đang đúng thành sai", "was right, is wrong");
    public static readonly LocalizedText NoArticle = new("không bài nào", "no article");
    public static readonly LocalizedText Remarks = new("Ghi chú", "Remarks");
    public static readonly LocalizedText Remark = new("Thêm ghi chú", "Add the remark");
    public static readonly LocalizedText Approve = new("Duyệt", "Approve");
    public static readonly LocalizedText AskForChanges = new("Yêu cầu sửa", "Ask for changes");
    public static readonly LocalizedText Words = new("Nội dung ghi chú hoặc yêu cầu", "Remark, or what is to be changed");
    public static readonly LocalizedText Publish = new("Xuất bản", "Publish");
    public static readonly LocalizedText PublishNow = new("Xuất bản ngay", "Publish now");
    public static readonly LocalizedText ApprovedBy = new("Đã được {0} duyệt.", "Approved by {0}.");
    public static readonly LocalizedText PublishedNotice = new("Đã xuất bản, câu trả lời đã đổi.", "Published: answers have changed.");

    public static readonly LocalizedText RollBack = new("Quay lại bản này", "Go back to this publication");
    public static readonly LocalizedText RollBackTitle = new("Quay lại bản số {0}?", "Go back to publication {0}?");
    public static readonly LocalizedText RollBackText = new(
        "Những bài sau sẽ trở lại như ở bản số {0}:",
        "These articles become what they were in publication {0}:"
    );
    public static readonly LocalizedText RollBackReason = new("Lý do", "Reason");
    public static readonly LocalizedText ConfirmRollBack = new("Quay lại ngay", "Go back now");
    public static readonly LocalizedText RolledBack = new("Đã quay lại, câu trả lời đã đổi.", "Taken back: answers have changed.");
    public static readonly LocalizedText Number = new("Số", "Number");
    public static readonly LocalizedText When = new("Khi nào", "When");
    public static readonly LocalizedText Who = new("Ai", "Who");
    public static readonly LocalizedText What = new("Việc", "What");
    public static readonly LocalizedText Why = new("Lý do", "Why");
    public static readonly LocalizedText Program = new("Phần mềm", "The program");
    public static readonly LocalizedText Removed = new("bỏ khỏi danh sách", "no longer an article");
    public static readonly LocalizedText AddedAgain = new("có lại", "an article again");
    public static readonly LocalizedText Prove = new("Kiểm chứng nhật ký", "Prove the record");
    public static readonly LocalizedText Intact = new(
        "Nguyên vẹn: {0} việc, {1} lần xuất bản, {2} văn bản.",
        "Intact: {0} events, {1} publications, {2} texts."
    );
    public static readonly LocalizedText NotIntact = new("Có chỗ bị sửa ngoài Studio:", "Something was changed outside the Studio:");

    public static LocalizedText NameOf(string place) =>
        place switch
        {
            "title" => StudioTexts.Title,
            "questions" or "questions.vi" or "questions.en" => new("Cách hỏi", "Ways of asking"),
            "basis" => Bases,
            "validity" => new("Hiệu lực", "Validity"),
            "checked" => StudioTexts.Checked,
            "review" => Review,
            "confidence" => Label,
            "source" => Source,
            "owner" => StudioTexts.Owner,
            "followUps" => FollowUps,
            "related" => Related,
            "" => General,
            _ when place.StartsWith("vi:", StringComparison.Ordinal) => new(
                $"Mục {place[3..]}, tiếng Việt",
                $"Section {place[3..]}, Vietnamese"
            ),
            _ when place.StartsWith("en:", StringComparison.Ordinal) => new(
                $"Mục {place[3..]}, tiếng Anh",
                $"Section {place[3..]}, English"
            ),
            _ => new(place, place),
        };
}
