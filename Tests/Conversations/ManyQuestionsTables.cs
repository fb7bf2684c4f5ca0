namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Several questions in one message.</summary>
internal static class ManyQuestionsTables
{
    public static Dictionary<string, string> All { get; } =
        new()
        {
            ["two questions are answered one by one"] =
                "vi-VN\n> Lệ phí môn bài năm 2026 thế nào? Đăng ký doanh nghiệp mất bao lâu?\n**Lệ phí môn bài năm 2026 thế "
                + "nào?**\n**Đăng ký doanh nghiệp mất bao lâu?**\n= B9-tax-mon-bai\n= B17-register",
            ["the second leans on the first"] =
                "vi-VN\n> Doanh nghiệp nhỏ thuê tư vấn viên được hỗ trợ bao nhiêu? Thế còn doanh nghiệp vừa?\n**Doanh nghiệp "
                + "nhỏ:**\n**Doanh nghiệp vừa:**",
            ["two questions in English"] =
                "en-US\n> What is the corporate income tax rate for small companies? How long does business registration "
                + "take?\n= B9-tax-rates\n3 working days",
            ["numbered questions"] = "vi-VN\n> 1. Lệ phí môn bài năm 2026 thế nào?\n= B9-tax-mon-bai",
            ["at most three"] =
                "vi-VN\n> Lệ phí môn bài năm 2026 thế nào? Đăng ký doanh nghiệp mất bao lâu? PPAP là gì? Quỹ Phát triển DNNVV "
                + "cho ai vay?\nTôi trả lời ba câu đầu\n! **Quỹ Phát triển DNNVV",
            ["what is said before a question belongs to it"] =
                "vi-VN\n> Công ty tôi bán lẻ. Có 8 lao động, doanh thu 2 tỷ. Công ty tôi thuộc quy mô gì?\n**doanh nghiệp siêu nhỏ**",
            ["a greeting is no question"] =
                "vi-VN\n> Xin chào! Lệ phí môn bài năm 2026 thế nào?\n= B9-tax-mon-bai\n! Tôi là trợ lý tự động hướng dẫn",
        };
}
