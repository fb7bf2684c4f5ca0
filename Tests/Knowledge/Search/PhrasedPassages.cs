using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

/// <summary>Three articles with enough phrasings for the classifier; their texts do not help to distinguish them.</summary>
internal static class PhrasedPassages
{
    private static readonly (string Key, string[] Verbs, string[] Objects)[] Articles =
    [
        ("loan", ["vay tiền", "mượn vốn", "xin vay vốn", "cần tiền"], ["mua máy", "mở xưởng", "trả lương"]),
        ("tax", ["nộp thuế", "khai thuế", "miễn thuế", "giảm thuế"], ["năm đầu", "cho hộ kinh doanh", "quý này"]),
        ("course", ["học quản trị", "lớp đào tạo", "khóa học", "tập huấn"], ["cho giám đốc", "miễn phí", "buổi tối"]),
    ];

    public static IEnumerable<Passage> Make() =>
        Articles.Select(a => new Passage(
            a.Key,
            a.Key,
            "answer",
            Lang.Vi,
            "Bài " + a.Key,
            "",
            "Nội dung chung.",
            [.. from verb in a.Verbs from what in a.Objects select $"{verb} {what}"]
        ));
}
