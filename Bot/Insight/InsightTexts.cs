using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Insight;

/// <summary>The texts of the page of figures, of its files and of the weekly mail.</summary>
internal static class InsightTexts
{
    public static readonly LocalizedText Title = new("Số liệu", "Insight");
    public static readonly LocalizedText Cases = new("Xử lý yêu cầu", "Requests");
    public static readonly LocalizedText ChoosePeriod = new("Chọn giai đoạn", "Choose a period");

    /// <summary>{0} number of weeks.</summary>
    public static readonly LocalizedText LastWeeks = new("{0} tuần", "{0} weeks");
    public static readonly LocalizedText OtherPeriod = new("Giai đoạn khác", "Another period");
    public static readonly LocalizedText NothingYet = new(
        "Giai đoạn này chưa có câu hỏi hay yêu cầu nào. Hãy chọn giai đoạn khác, hoặc quay lại khi đã có người hỏi.",
        "There are no questions or requests in this period yet. Choose another period, or come back when somebody has asked."
    );
    public static readonly LocalizedText ByOfficial = new("Theo cán bộ phụ trách", "By responsible official");
    public static readonly LocalizedText Official = new("Cán bộ", "Official");
    public static readonly LocalizedText Nobody = new("Chưa có người nhận", "Not taken yet");

    public static readonly LocalizedText From = new("Từ ngày", "From");
    public static readonly LocalizedText Until = new("Đến ngày", "Until");
    public static readonly LocalizedText Show = new("Xem", "Show");
    public static readonly LocalizedText Hint = new(
        "Tính theo tuần trọn, từ thứ Hai đến Chủ nhật; thời gian là thời gian trôi qua kể từ lúc gửi. Số liệu cập nhật mỗi phút.",
        "Whole weeks from Monday to Sunday; durations are elapsed time since submission. The figures are updated every minute."
    );

    public static readonly LocalizedText Workbook = new("Tất cả các bảng (Excel)", "All tables (Excel)");

    /// <summary>{0} title of the table.</summary>
    public static readonly LocalizedText CsvLink = new("Tải CSV: {0}", "Download CSV: {0}");

    public static readonly LocalizedText Total = new("Tổng cộng", "Total");
    public static readonly LocalizedText ByWeek = new("Theo tuần", "By week");
    public static readonly LocalizedText ByKind = new("Theo loại yêu cầu", "By request type");
    public static readonly LocalizedText ByTopic = new("Theo chủ đề", "By topic");
    public static readonly LocalizedText ByWard = new("Theo phường, xã", "By ward");
    public static readonly LocalizedText ByTeam = new("Theo tổ xử lý", "By team");
    public static readonly LocalizedText Period = new("Giai đoạn", "Period");
    public static readonly LocalizedText Week = new("Tuần từ", "Week of");
    public static readonly LocalizedText Kind = new("Loại", "Type");
    public static readonly LocalizedText Topic = new("Chủ đề", "Topic");
    public static readonly LocalizedText Ward = new("Phường, xã", "Ward");
    public static readonly LocalizedText Team = new("Tổ", "Team");
    public static readonly LocalizedText NotSpecified = new("Chưa xác định", "Not specified");
    public static readonly LocalizedText Satisfaction = new("Mức độ hài lòng", "Satisfaction");
    public static readonly LocalizedText Rating = new("Mức", "Score");
    public static readonly LocalizedText Ratings = new("Lượt đánh giá", "Ratings");
    public static readonly LocalizedText Minutes = new("{0} phút", "{0} min");
    public static readonly LocalizedText Hours = new("{0} giờ", "{0} h");
    public static readonly LocalizedText Days = new("{0} ngày", "{0} days");

    public static readonly LocalizedText Arrivals = new("Mới gửi", "Submitted");
    public static readonly LocalizedText Closed = new("Đã đóng", "Closed");
    public static readonly LocalizedText Backlog = new("Còn tồn", "Still open");
    public static readonly LocalizedText ReplyMedian = new("Trả lời lần đầu: trung vị", "Time to first reply: median");
    public static readonly LocalizedText ReplyP90 = new("Trả lời lần đầu: 90 % trong", "Time to first reply: 90th percentile");
    public static readonly LocalizedText CloseMedian = new("Đến khi đóng: trung vị", "Time to close: median");
    public static readonly LocalizedText CloseP90 = new("Đến khi đóng: 90 % trong", "Time to close: 90th percentile");
    public static readonly LocalizedText ReplyOnTimeRate = DeadlineDefinitions.FirstReply.OnTimeRateTitle!;
    public static readonly LocalizedText ResolutionOnTimeRate = DeadlineDefinitions.Resolution.OnTimeRateTitle!;
    public static readonly LocalizedText Score = new("Hài lòng (1–5)", "Satisfaction (1–5)");

    /// <param name="otherDeadlineTitles">The headings of further deadlines.</param>
    public static IReadOnlyList<LocalizedText> GetColumns(IReadOnlyList<LocalizedText> otherDeadlineTitles) =>
        [
            Arrivals,
            Closed,
            Backlog,
            ReplyMedian,
            ReplyP90,
            CloseMedian,
            CloseP90,
            ReplyOnTimeRate,
            ResolutionOnTimeRate,
            .. otherDeadlineTitles,
            Score,
            Ratings,
        ];

    public static readonly LocalizedText FlowChart = new(
        "Yêu cầu mới, đã đóng và còn tồn theo tuần",
        "Submitted, closed and open cases per week"
    );
    public static readonly LocalizedText ReplyChart = new(
        "Thời gian đến lần trả lời đầu tiên theo tuần (giờ)",
        "Time to first reply per week (hours)"
    );
    public static readonly LocalizedText CloseChart = new("Thời gian đến khi đóng theo tuần (ngày)", "Time to close per week (days)");
    public static readonly LocalizedText OnTimeChart = new("Tỷ lệ đúng hạn theo tuần (%)", "On-time rate per week (%)");
    public static readonly LocalizedText ScoreChart = new("Số lượt đánh giá theo mức", "Number of ratings per score");
    public static readonly LocalizedText Median = new("Trung vị", "Median");
    public static readonly LocalizedText P90 = new("90 % trong", "90th percentile");
    public static readonly LocalizedText TableBelow = new("Biểu đồ; số liệu ở bảng bên dưới.", "Chart; the figures are in a table below.");

    public static readonly LocalizedText WeeklyMailSubject = new(
        "Số liệu tuần {0}: bàn tiếp nhận hỗ trợ doanh nghiệp",
        "Weekly figures {0}: enterprise support desk"
    );
    public static readonly LocalizedText WeeklyMailIntro = new(
        "Số liệu xử lý yêu cầu của tuần {0}, so với tuần trước.",
        "Case statistics for the week {0}, compared with the previous week."
    );

    public static readonly LocalizedText ThisWeek = new("Tuần này", "This week");
    public static readonly LocalizedText PreviousWeek = new("Tuần trước", "Previous week");
    public static readonly LocalizedText Figure = new("Chỉ tiêu", "Figure");

    /// <summary>{0} days.</summary>
    public static readonly LocalizedText UpkeepHeading = new(
        "Bài viết cần xem lại (tính cả {0} ngày tới)",
        "Articles due for review (the next {0} days included)"
    );

    /// <summary>{0} kind, {1} number.</summary>
    public static readonly LocalizedText UpkeepCount = new("{0}: {1} mục", "{0}: {1}");

    /// <summary>{0} title, {1} key, {2} reason.</summary>
    public static readonly LocalizedText UpkeepLine = new("{0} ({1}): {2}", "{0} ({1}): {2}");
    public static readonly LocalizedText UpkeepMore = new("Xem danh sách tại {0}", "See the list: {0}");
    public static readonly LocalizedText WeeklyMailLink = new("Xem đầy đủ tại {0}", "See all figures: {0}");

    public static LocalizedText LabelOf(RequestKind? kind) => FieldTexts.KindNames[kind ?? RequestKind.Other];

    public static LocalizedText LabelOfScore(int score) =>
        score switch
        {
            1 => new("1 – rất không hài lòng", "1 – very dissatisfied"),
            2 => new("2 – không hài lòng", "2 – dissatisfied"),
            3 => new("3 – bình thường", "3 – neutral"),
            4 => new("4 – hài lòng", "4 – satisfied"),
            _ => new("5 – rất hài lòng", "5 – very satisfied"),
        };
}
