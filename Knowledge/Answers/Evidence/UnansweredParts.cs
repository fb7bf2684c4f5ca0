using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>
/// The parts of a question that an answer says nothing about, so that it can say so: whoever asks three things and reads two answers must
/// not take the silence for the third.
/// </summary>
internal static partial class UnansweredParts
{
    /// <summary>With fewer words of its own a part may be told in other words.</summary>
    private const int MinOwnWords = 2;

    /// <summary>Up to this share of its own words in the answer, a part is not told.</summary>
    private const double MaxToldShare = 0.34;

    /// <summary>Longer parts are quoted by their beginning.</summary>
    private const int MaxQuotedLength = 90;

    /// <param name="told">All that the answer shows.</param>
    /// <param name="gap">What the answer says is not known: who asks for the place or the papers is told so already.</param>
    /// <returns>The parts after the first, which the article was found by, in the asker's words.</returns>
    public static IReadOnlyList<string> Find(string message, Lang lang, string told, KnowledgeGap? gap)
    {
        var toldWords = ContentWords.Extract(told, lang).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. QuestionClauses
                .Split(message)
                .Skip(1)
                .Select(clause => ConjunctionRegex().Replace(clause, ""))
                .Where(clause => !IsTold(clause, lang, toldWords) && !(gap is not null && AsksOnlyHowToApply(clause, lang, toldWords)))
                .Select(Quote),
        ];
    }

    /// <summary>"Nộp ở đâu" asks of the same matter; "thủ tục vay vốn thế nào" asks of another, whatever is not known here.</summary>
    private static bool AsksOnlyHowToApply(string clause, Lang lang, HashSet<string> toldWords) =>
        Aspects.Find(KnowledgeBase.FoldPhrase(clause)) is Aspect.Place or Aspect.Papers or Aspect.Steps or Aspect.Time
        && !NamesUntoldField(clause, lang, toldWords);

    /// <summary>Whether it names a field in two words or more of which the answer holds at most half: "vay vốn" beside software.</summary>
    private static bool NamesUntoldField(string clause, Lang lang, HashSet<string> toldWords)
    {
        var field = ContentWords
            .ExtractFromQuestion(Aspects.RemoveFrom(KnowledgeBase.FoldPhrase(clause)), lang)
            .Where(ConversationPolicy.Current.Fields.IsFieldWord)
            .Distinct()
            .ToList();
        return field.Count >= MinOwnWords && 2 * field.Count(toldWords.Contains) <= field.Count;
    }

    private static bool IsTold(string clause, Lang lang, HashSet<string> toldWords)
    {
        // A spelling of the chat occurs in no article, whether its word does or not.
        var standard = string.Join(
            ' ',
            VietnameseText.SplitIntoWords(clause).Where(word => lang == Lang.En || ChatSpelling.FindExpansions(word).Length == 0)
        );
        var own = ContentWords
            .ExtractFromQuestion(standard, lang)
            .Where(word => !ConversationPolicy.Current.Fields.IsGeneralWord(word))
            .Distinct()
            .ToList();
        return own.Count < MinOwnWords
            ? !NamesUntoldField(clause, lang, toldWords)
            : own.Count(toldWords.Contains) > MaxToldShare * own.Count;
    }

    [GeneratedRegex(
        @"^(và|va|còn|con|thế|the|hay|hoặc|hoac|and|or)\s+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex ConjunctionRegex();

    /// <summary>The asker's words as plain text of a Markdown answer, which is stored: without marks and without personal data.</summary>
    private static string Quote(string clause)
    {
        var plain = string.Concat(PersonalData.Mask(clause).Where(c => !MarkdownMarks.Contains(c, StringComparison.Ordinal)));
        return plain.Length <= MaxQuotedLength ? plain
            : plain.LastIndexOf(' ', MaxQuotedLength) is > 0 and var end ? $"{plain[..end]}…"
            : $"{plain[..MaxQuotedLength]}…";
    }

    private const string MarkdownMarks = "*_`[]<>|#\\~“”\"";
}
