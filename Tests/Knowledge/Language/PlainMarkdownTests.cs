using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public sealed class PlainMarkdownTests
{
    [Theory]
    [InlineData("**Đậm** và *nghiêng*, 2 * 3 * 4", "Đậm và nghiêng, 2 * 3 * 4")]
    [InlineData("- một\n- hai", "- một\n- hai")]
    [InlineData(
        "Mức:\n\n| Quy mô | Tỷ lệ | Mức trần |\n|---|:---:|---|\n| Nhỏ | **50%** | 100 triệu |\n| Vừa | 30% | 150 triệu |\n\nHết.",
        "Mức:\n\n- Nhỏ: Tỷ lệ 50%; Mức trần 100 triệu\n- Vừa: Tỷ lệ 30%; Mức trần 150 triệu\n\nHết."
    )]
    [InlineData("| A |\n|---|\n| một |", "- một")]
    public void Emphasis_goes_and_tables_become_lists(string markdown, string text) => Assert.Equal(text, PlainMarkdown.Write(markdown));
}
