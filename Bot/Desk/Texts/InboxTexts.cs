using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Lists;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the list of cases.</summary>
internal static class InboxTexts
{
    public static readonly LocalizedText AskerWrote = new("Người gửi vừa trả lời", "The asker has answered");

    public static readonly LocalizedText EmptyDesk = new(
        "Chưa có yêu cầu nào. Yêu cầu mới sẽ tự hiện ở đây.",
        "There is no case yet. New cases appear here by themselves."
    );

    /// <summary>{0} the number of a case, {1} a colleague or a team.</summary>
    public static readonly LocalizedText GivenTo = new("Đã chuyển {0} cho {1}.", "{0} was handed over to {1}.");

    public static readonly LocalizedText Subject = new("Nội dung", "Subject");
    public static readonly LocalizedText NoContent = new("(không còn nội dung)", "(no content)");
    public static readonly LocalizedText TeamColumn = new("Tổ", "Team");
    public static readonly LocalizedText Changed = new("Thay đổi", "Changed");
    public static readonly LocalizedText SortUp = new("Xếp theo {0}, tăng dần", "Sort by {0}, ascending");
    public static readonly LocalizedText SortDown = new("Xếp theo {0}, giảm dần", "Sort by {0}, descending");
    public static readonly LocalizedText Unsort = new("Về thứ tự của danh sách", "Back to the order of the list");
    public static readonly LocalizedText BestMatchFirst = new("Khớp nhất xếp trước.", "Best match first.");
    public static readonly LocalizedText ManyCases = new("{0}+", "{0}+");
    public static readonly LocalizedText UnassignedCount = new("{0} yêu cầu chưa ai nhận", "{0} unassigned cases");
    public static readonly LocalizedText NewCases = new("Có yêu cầu mới.", "A new case has come in.");
    public static readonly LocalizedText ShowNewCases = new("Xem yêu cầu chưa ai nhận", "Show unassigned cases");
    public static readonly LocalizedText SelectAll = new("Chọn tất cả yêu cầu trên trang", "Select all cases on this page");
    public static readonly LocalizedText OtherActions = new("Thao tác khác", "Other actions");
    public static readonly LocalizedText ShowAllCases = new("Xem tất cả yêu cầu", "Show all cases");
    public static readonly LocalizedText NothingFound = new(
        "Không yêu cầu nào khớp. Anh/chị thử một phần của số yêu cầu, mã số thuế, tên doanh nghiệp hoặc từ ngữ khác.",
        "No case matches. Try a part of the case number, the tax code, the enterprise's name, or other words."
    );

    public static readonly LocalizedText SavedFilters = new("Bộ lọc đã lưu", "Saved filters");
    public static readonly LocalizedText NoSavedFilters = new(
        "Chưa có. Chọn danh sách, loại, tổ, thứ tự rồi đặt tên để lưu.",
        "None yet. Choose a list, kind, team or order, then name and save it."
    );
    public static readonly LocalizedText SearchIsNotSaved = new(
        "Từ tìm kiếm không được lưu cùng bộ lọc.",
        "What you searched for is not saved with the filter."
    );

    /// <summary>{0} how many can be kept.</summary>
    public static readonly LocalizedText FiltersFull = new(
        "Chưa lưu được bộ lọc: anh/chị đã có {0} bộ lọc. Hãy xóa một bộ lọc rồi lưu lại.",
        "The filter was not saved: you already have {0}. Remove one, then save again."
    );
    public static readonly LocalizedText FilterSaved = new(
        "Đã lưu bộ lọc; mở lại trong “Bộ lọc đã lưu”.",
        "The filter was saved; open it again under “Saved filters”."
    );
    public static readonly LocalizedText FilterName = new("Tên bộ lọc", "Name of the filter");
    public static readonly LocalizedText SaveFilter = new("Lưu bộ lọc này", "Save this filter");
    public static readonly LocalizedText RemoveFilter = new("Xóa bộ lọc “{0}”", "Remove the filter “{0}”");

    /// <summary>What a list without a case means, and what to do.</summary>
    public static LocalizedText ExplainEmpty(CaseListView view) =>
        view switch
        {
            CaseListView.Unassigned => new(
                "Mọi yêu cầu đều đã có người nhận. Yêu cầu mới sẽ tự hiện ở đây.",
                "Every case has an owner. New cases appear here by themselves."
            ),
            CaseListView.Mine => new(
                "Anh/chị chưa nhận yêu cầu nào. Mở một yêu cầu chưa ai nhận rồi chọn “Nhận xử lý”.",
                "You own no case yet. Open an unassigned case and choose “Take the case”."
            ),
            CaseListView.Team => new("Tổ của anh/chị không có yêu cầu nào đang mở.", "Your teams have no open cases."),
            CaseListView.DueSoon => new("Không yêu cầu nào sắp đến hạn.", "No case is due soon."),
            CaseListView.Overdue => new("Không yêu cầu nào quá hạn.", "No case is overdue."),
            CaseListView.Waiting => new("Không yêu cầu nào đang chờ người gửi bổ sung.", "No case is waiting for its asker."),
            _ => DeskTexts.NoCases,
        };

    /// <summary>A count that stops at <see cref="CaseLists.MaxCount"/>.</summary>
    public static string FormatCount(int count, Lang lang) =>
        count < CaseLists.MaxCount ? count.ToString(CultureInfo.InvariantCulture) : ManyCases.With(lang, CaseLists.MaxCount - 1);
}
