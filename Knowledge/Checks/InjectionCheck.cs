using PolicyAssistantBot.Knowledge.Answers.Checking;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that an article contains no instructions to a language model (prompt injection) and no invisible text.</summary>
internal static class InjectionCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.Article.GetSections(lang)
        where PromptInjection.IsContainedIn(section.Markdown)
        select article.ReportInSection(
            lang,
            section.Id,
            null,
            "order",
            "Có câu ra lệnh cho máy thay vì nói với người đọc.",
            "A sentence gives instructions to a machine instead of information to the reader."
        );
}
