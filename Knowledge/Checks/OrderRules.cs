using PolicyAssistantBot.Knowledge.Answers.Checking;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>An article speaks to its readers: nothing in it orders a machine about, and nothing in it is invisible.</summary>
internal static class OrderRules
{
    public static IEnumerable<Problem> Check(CheckedArticle article) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.Article.Sections(lang)
        where PromptInjection.IsIn(section.Markdown)
        select article.InSection(
            lang,
            section.Id,
            null,
            "order",
            "Có câu ra lệnh cho máy thay vì nói với người đọc.",
            "A sentence gives orders to a machine instead of speaking to the reader."
        );
}
