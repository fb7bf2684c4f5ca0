using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>The section ids that the pipeline knows by name.</summary>
internal static class AnswerSections
{
    /// <summary>The short answer, the first section of every article.</summary>
    public const string Short = "answer";

    /// <summary>How to apply.</summary>
    public const string Filing = FilingFacts.SectionId;

    /// <summary>What is not known: the passage of <see cref="Article.OwnGap"/>. It is searched, but no section that can be shown.</summary>
    public const string Unknown = "unknown";

    /// <summary>
    /// The sections by which an article is found. How to apply is left out, because many articles share it; what is not known is added, so
    /// that who asks for it finds the article that says so.
    /// </summary>
    public static IEnumerable<Section> Searched(Article article, Lang lang) =>
        article.GetSections(lang).Where(section => section.Id != Filing).Concat(GapPassage(article, lang));

    /// <summary>The passage of what an article does not know; none where it names nothing.</summary>
    public static IEnumerable<Section> GapPassage(Article article, Lang lang) =>
        article.OwnGap is { } gap ? [new Section(Unknown, FilingTexts.Unknown[lang], FilingTexts.FormatGap(gap, lang))] : [];

    /// <summary>What sources do not confirm.</summary>
    public const string Unconfirmed = "unconfirmed";
}
