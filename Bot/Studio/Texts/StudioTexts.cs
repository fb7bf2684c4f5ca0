using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Texts;

/// <summary>Texts of the Studio's pages.</summary>
internal static class StudioTexts
{
    public static readonly LocalizedText Studio = new("Studio", "Studio");
    public static readonly LocalizedText Today = new("Việc hôm nay", "Today");
    public static readonly LocalizedText Articles = new("Bài viết", "Articles");
    public static readonly LocalizedText Sets = new("Các lần xuất bản", "Publications");
    public static readonly LocalizedText Audit = new("Nhật ký Studio", "Record of the Studio");
    public static readonly LocalizedText Pages = new("Các trang của Studio", "Pages of the Studio");

    public static readonly LocalizedText OffTitle = new("Studio chưa bật", "The Studio is off");
    public static readonly LocalizedText OffText = new(
        "Bài viết đang lấy từ thư mục. Muốn soạn và xuất bản tại đây, quản trị viên đặt Knowledge:Source = Database rồi khởi động lại.",
        "The articles come from a folder. To write and publish here, an administrator sets Knowledge:Source = Database and restarts."
    );

    public static readonly LocalizedText MyDrafts = new("Bài tôi đang soạn", "What I am writing");
    public static readonly LocalizedText ToReview = new("Chờ thẩm định, lâu nhất trước", "Waiting for review, oldest first");
    public static readonly LocalizedText ToPublish = new("Đã duyệt, chờ xuất bản", "Approved, to be published");
    public static readonly LocalizedText OtherDrafts = new("Người khác đang soạn", "Written by others");
    public static readonly LocalizedText None = new("Không có bài nào.", "None.");
    public static readonly LocalizedText LivePresent = new(
        "Đang trả lời bằng bản số {0}, {1} bài.",
        "Answering from publication {0}, {1} articles."
    );

    public static readonly LocalizedText NewArticle = new("Thêm bài viết", "New article");
    public static readonly LocalizedText Create = new("Tạo bản nháp", "Create the draft");
    public static readonly LocalizedText Key = new("Mã bài", "Key");
    public static readonly LocalizedText KeyHint = new(
        "Chữ không dấu, số và dấu gạch nối, ví dụ B1-tech-loan. Mã không đổi được về sau.",
        "Letters without diacritics, digits and hyphens, such as B1-tech-loan. It cannot be changed later."
    );
    public static readonly LocalizedText Topic = new("Chủ đề", "Topic");
    public static readonly LocalizedText AllTopics = new("Mọi chủ đề", "All topics");
    public static readonly LocalizedText State = new("Trạng thái", "State");
    public static readonly LocalizedText AllStates = new("Mọi trạng thái", "All states");
    public static readonly LocalizedText Search = new("Tìm trong mã và tên", "Search in key and title");
    public static readonly LocalizedText Filter = new("Lọc", "Filter");
    public static readonly LocalizedText Title = new("Tên bài", "Title");
    public static readonly LocalizedText Checked = new("Kiểm tra ngày", "Checked on");
    public static readonly LocalizedText Owner = new("Đơn vị phụ trách", "Owner");
    public static readonly LocalizedText Published = new("Đang dùng", "Published");
    public static readonly LocalizedText NotPublished = new("Chưa xuất bản", "Not published");
    public static readonly LocalizedText FoundArticles = new("{0} bài", "{0} articles");
    public static readonly LocalizedText NextPage = new("Trang sau", "Next page");

    public static readonly LocalizedText OpenDraft = new("Mở bản nháp", "Open the draft");
    public static readonly LocalizedText Edit = new("Sửa bài này", "Change this article");
    public static readonly LocalizedText OpenReview = new("Xem và thẩm định", "Look and review");
    public static readonly LocalizedText History = new("Các bản trước đây", "Earlier texts");
    public static readonly LocalizedText RevisionOf = new("Bản {0}, {1}, {2}", "Text {0}, {1}, {2}");
    public static readonly LocalizedText ByProgram = new("giao kèm phần mềm", "delivered with the program");
    public static readonly LocalizedText Compare = new("So sánh", "Compare");
    public static readonly LocalizedText CompareTitle = new("{0}: bản {1} và bản {2}", "{0}: texts {1} and {2}");
    public static readonly LocalizedText Earlier = new("Bản trước", "Earlier text");
    public static readonly LocalizedText Later = new("Bản sau", "Later text");
    public static readonly LocalizedText NoDifference = new("Hai bản giống nhau.", "The two texts are the same.");
    public static readonly LocalizedText Restore = new("Lấy bản này làm bản nháp", "Begin a draft with this text");
    public static readonly LocalizedText WhatHappened = new("Đã xảy ra", "What happened");

    public static readonly LocalizedText NotFound = new("Không có trang này", "There is no such page");
    public static readonly LocalizedText NotFoundText = new(
        "Không có bài hay bản nháp này, hoặc nó đã được xuất bản hay bỏ đi.",
        "There is no such article or draft, or it has been published or discarded."
    );
    public static readonly LocalizedText RefusedTitle = new("Chưa làm được", "Not done");

    public static LocalizedText LabelOf(DraftState state) =>
        state switch
        {
            DraftState.Draft => new("Đang soạn", "Draft"),
            DraftState.InReview => new("Chờ thẩm định", "In review"),
            DraftState.ChangesAsked => new("Cần sửa lại", "Changes asked"),
            DraftState.Approved => new("Đã duyệt", "Approved"),
            DraftState.Scheduled => new("Đã hẹn giờ", "Scheduled"),
            _ => new("Xuất bản không được", "Publishing failed"),
        };

    public static LocalizedText LabelOf(SetOrigin origin) =>
        origin switch
        {
            SetOrigin.Delivery => new("Giao kèm phần mềm", "Delivered with the program"),
            SetOrigin.Publication => new("Xuất bản", "Published"),
            SetOrigin.Import => new("Nhập từ thư mục", "Imported"),
            _ => new("Quay lại bản trước", "Taken back"),
        };

    public static LocalizedText LabelOf(StudioEventKind kind) =>
        kind switch
        {
            StudioEventKind.Delivered => new("Nhận bài giao kèm phần mềm", "Took delivered articles"),
            StudioEventKind.DeliveryRefused => new("Không đọc được bài giao kèm", "Delivered articles could not be read"),
            StudioEventKind.Imported => new("Nhập từ thư mục", "Imported"),
            StudioEventKind.DraftStarted => new("Bắt đầu soạn", "Began a draft"),
            StudioEventKind.Saved => new("Lưu", "Saved"),
            StudioEventKind.Discarded => new("Bỏ bản nháp", "Discarded the draft"),
            StudioEventKind.Submitted => new("Gửi thẩm định", "Submitted"),
            StudioEventKind.Remarked => new("Ghi chú", "Remarked"),
            StudioEventKind.ChangesAsked => new("Yêu cầu sửa", "Asked for changes"),
            StudioEventKind.Approved => new("Duyệt", "Approved"),
            StudioEventKind.Refused => new("Bị từ chối", "Was refused"),
            StudioEventKind.Scheduled => new("Hẹn giờ", "Scheduled"),
            StudioEventKind.Unscheduled => new("Bỏ hẹn giờ", "Unscheduled"),
            StudioEventKind.Published => new("Xuất bản", "Published"),
            StudioEventKind.PublishFailed => new("Xuất bản không được", "Publishing failed"),
            StudioEventKind.ChangeAccepted => new("Chấp nhận một thay đổi", "Accepted a change"),
            StudioEventKind.PublishedUrgently => new("Xuất bản khẩn", "Published urgently"),
            StudioEventKind.ReviewedAfterwards => new("Duyệt lại bản khẩn", "Reviewed afterwards"),
            StudioEventKind.Held => new("Tạm ngừng trả lời", "Put on hold"),
            StudioEventKind.Withdrawn => new("Thu hồi", "Withdrew"),
            StudioEventKind.LiftAsked => new("Đề nghị trả lời lại", "Asked to lift"),
            StudioEventKind.Lifted => new("Trả lời lại", "Lifted"),
            _ => new("Quay lại bản trước", "Took back"),
        };

    /// <summary>Why something was not done, and what to do.</summary>
    public static LocalizedText Explain(StudioRefusal refusal) =>
        refusal switch
        {
            StudioRefusal.NoRole => new("Vai trò của anh/chị không gồm việc này.", "Your roles do not include this."),
            StudioRefusal.Stale => new(
                "Có người vừa thay đổi bản nháp. Anh/chị tải lại trang rồi làm lại.",
                "Someone has just changed the draft. Please reload the page and try again."
            ),
            StudioRefusal.AlreadyOpen => new(
                "Bài này đã có bản nháp hoặc mã đã dùng. Mở bản nháp đang có.",
                "The article already has a draft, or the key is taken. Open the present draft."
            ),
            StudioRefusal.WrongState => new("Ở trạng thái này chưa làm được việc đó.", "This cannot be done in the present state."),
            StudioRefusal.OwnWork => new(
                "Người đã soạn bài không duyệt bài đó. Nhờ một người khác duyệt.",
                "Whoever wrote on it may not approve it. Ask another person to review it."
            ),
            StudioRefusal.SamePerson => new(
                "Bài này rủi ro cao: người duyệt không tự xuất bản. Nhờ một người khác xuất bản.",
                "This article carries a high risk: whoever approved it does not publish it. Ask another person to."
            ),
            StudioRefusal.NotApproved => new("Văn bản hiện tại chưa được duyệt.", "The present text has not been approved."),
            StudioRefusal.Findings => new(
                "Bài còn lỗi kiểm tra. Sửa các lỗi nêu bên cạnh từng mục rồi gửi lại.",
                "The check still has findings. Mend what stands beside the fields, then submit again."
            ),
            StudioRefusal.NoGate => new(
                "Đang hỏi thử bộ câu hỏi trên bản mới, hoặc vừa có bài khác được xuất bản. Chờ ít giây rồi thử lại.",
                "The set questions are being asked with the new text, or another article has just gone live. Try again in a few seconds."
            ),
            StudioRefusal.GateFailed => new(
                "Bản này làm sai câu trả lời khác, xem bảng so sánh. Cần sửa lại bài.",
                "This text spoils other answers, see the comparison. The article must be changed."
            ),
            StudioRefusal.NoReason => new("Cần ghi lý do.", "Please give a reason."),
            StudioRefusal.WrongTime => new("Giờ hẹn đã qua hoặc xa hơn một năm.", "The time has passed, or is more than a year ahead."),
            StudioRefusal.NoText => new(
                "Cần câu nói với người hỏi bằng cả tiếng Việt và tiếng Anh.",
                "What askers are told is needed in Vietnamese and in English."
            ),
            StudioRefusal.UnknownMatter => new(
                "Không có bài, chủ đề hay văn bản này. Kiểm tra lại mã hoặc số văn bản.",
                "There is no such article, topic or document. Check the key or the number."
            ),
            StudioRefusal.NeedsSecond => new(
                "Cần một người khác đồng ý: người đề nghị không tự quyết.",
                "Another person must agree: whoever asked for it does not decide alone."
            ),
            _ => NotFoundText,
        };
}
