using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>
/// Collects ways of asking from conversations: messages that one article answered as expected, with that article and the section it told.
/// </summary>
public static class PhrasingExamples
{
    private const int MinWords = 2;
    private const int MaxLength = 300;

    /// <summary>A later message of so many words can mostly be understood alone.</summary>
    private const int WholeWords = 9;

    /// <returns>Lines of a file of the folder <c>Dialogues</c> (<see cref="PhrasingSet"/>).</returns>
    public static IEnumerable<string> Of(IEnumerable<JudgedTurn> turns, KnowledgeBase knowledge) =>
        from turn in turns
        where turn is { IsRight: true, Reply.Outcomes: [nameof(Answer.Answered)] }
        let text = string.Join(' ', turn.Turn.User.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        let words = text.Count(c => c == ' ') + 1
        where words >= MinWords && text.Length <= MaxLength
        let article = turn.Reply.Keys.Select(knowledge.Find).OfType<Content.Article>().FirstOrDefault()
        where article is not null
        select string.Join(
            '\t',
            turn.Dialogue.Writer,
            article.Key,
            FindSection(article, turn.Reply.VisibleText),
            turn.Index == 0 || words >= WholeWords ? "whole" : "follow",
            turn.Dialogue.Lang,
            text
        );

    /// <summary>A section other than the short answer is shown under its heading.</summary>
    private static string FindSection(Content.Article article, string reply) =>
        new[] { Lang.Vi, Lang.En }
            .SelectMany(article.GetSections)
            .FirstOrDefault(section => reply.StartsWith($"**{section.Heading}**\n", StringComparison.Ordinal))
            ?.Id
        ?? AnswerSections.Short;
}
