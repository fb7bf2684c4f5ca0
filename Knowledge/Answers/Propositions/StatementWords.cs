using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Propositions;

/// <summary>
/// Compares the content words of a message with those of a statement: its text, its phrases and the titles of its articles.
/// </summary>
internal static class StatementWords
{
    /// <summary>The weight of a word that says who asks or names a field.</summary>
    private const double GeneralWordWeight = 0.3;

    /// <returns>The share of the message's words that the statement has, from 0 to 1; 1 when the message has none.</returns>
    public static double ComputeShare(Statement statement, StatementPeriod period, Understanding asked, KnowledgeBase knowledge)
    {
        var lang = asked.Language;
        var own = ContentWords.Extract(period.Text[lang], lang).ToHashSet(StringComparer.Ordinal);
        foreach (
            var word in statement
                .SubjectPhrases.Concat(statement.ClaimPhrases)
                .SelectMany(group => group.Split('|', ' '))
                .Where(word => word.Length > 0)
        )
        {
            own.Add(WordForms.ToLoose(lang, word));
        }

        foreach (var article in statement.ArticleKeys.Select(knowledge.Find).OfType<Content.Article>())
        {
            own.UnionWith(ContentWords.Extract(article.Title[lang], lang));
        }

        var (sum, shared) = (0.0, 0.0);
        foreach (var word in ContentWords.ExtractFromQuestion(asked.Message, lang).Distinct(StringComparer.Ordinal))
        {
            var weight = ConversationPolicy.Current.Fields.IsGeneralWord(word) ? GeneralWordWeight : 1;
            sum += weight;
            shared += own.Contains(word) ? weight : 0;
        }

        return sum == 0 ? 1 : shared / sum;
    }
}
