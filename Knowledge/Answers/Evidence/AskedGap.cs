using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>What a question asks of that which an article does not know, so that the answer can say so first.</summary>
internal static partial class AskedGap
{
    /// <summary>More than this share of the words of a part must occur in the question.</summary>
    private const double MinShare = 0.5;

    /// <summary>The parts of the article's gap that are asked for, as noun phrases; empty when none is.</summary>
    /// <param name="shown">The statements that the answer shows anyway.</param>
    public static IReadOnlyList<string> Find(Article article, Understanding asked, IEnumerable<EvidenceUnit> shown)
    {
        if (article.Gap is not { } gap)
        {
            return [];
        }

        var folded = KnowledgeBase.FoldPhrase(asked.Message);
        var lang = asked.Language;
        var kinds = shown.Aggregate(AnswerKinds.None, (sum, unit) => sum | unit.Kinds);
        var hasMarks = asked.Message.Any(c => !char.IsAscii(c));
        var question = ExtractWords(asked.Message, hasMarks, lang);
        var title = ExtractWords(article.Title[lang], hasMarks, lang);
        return
        [
            .. gap
                .Facts.Where(fact => Asks(folded, asked.Message, fact))
                .Where(fact => fact != FilingFact.Deadline || (kinds & (AnswerKinds.Period | AnswerKinds.Date)) == AnswerKinds.None)
                .Select(fact => FilingTexts.GetName(fact)[lang]),
            .. FilingTexts.SplitAbout(gap, lang).Where(part => part.Split(Conjunctions, StringSplitOptions.None).Any(IsAsked)),
        ];

        // The question contains the words of the part that neither the title nor every other question contains.
        bool IsAsked(string part)
        {
            var own = ExtractWords(part, hasMarks, lang)
                .Where(word => !title.Contains(word) && !ConversationPolicy.Current.Fields.IsGeneralWord(word))
                .ToList();
            // A Vietnamese noun phrase begins with its head: "tỷ lệ đóng của công ty" is not asked by "công ty có phải đóng".
            return own.Count > 0 && (lang == Lang.En || question.Contains(own[0])) && own.Count(question.Contains) > MinShare * own.Count;
        }
    }

    private static readonly string[] Conjunctions = [" và ", " and "];

    /// <summary>The content words, with marks where the question has them: "tỷ lệ" is not the "ty" of "công ty".</summary>
    private static HashSet<string> ExtractWords(string text, bool hasMarks, Lang lang) =>
        [
            .. VietnameseText
                .SplitIntoWords(text)
                .Where(word => !word.All(char.IsAsciiDigit) && StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1)
                .Select(word => hasMarks ? WordForms.ToExact(lang, word) : WordForms.ToLoose(lang, word)),
        ];

    private static bool Asks(string folded, string message, FilingFact fact) =>
        fact switch
        {
            FilingFact.Where => WantedAnswerReader.FindWanted(folded, message).HasFlag(AnswerKinds.Place) && SubmitRegex().IsMatch(folded),
            FilingFact.Form => FormRegex().IsMatch(folded),
            FilingFact.Deadline => DeadlineRegex().IsMatch(folded),
            FilingFact.Decides => DecidesRegex().IsMatch(folded),
            _ => ContactRegex().IsMatch(folded),
        };

    [GeneratedRegex(
        @"\b(nop|gui|xin|dang ky|nhan|apply|submit|file|register|send)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SubmitRegex();

    [GeneratedRegex(
        @"\b(bieu mau|mau (don|nao|ho so|to khai|gi|so may)|(which|what) forms?|template)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FormRegex();

    [GeneratedRegex(
        @"\b(han nop|han chot|han cuoi|thoi han nop|nop (truoc|den|khi|luc|bao gio)|(bao gio|khi nao) (nop|het han)|deadline"
            + @"|by when|until when|closing date)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DeadlineRegex();

    [GeneratedRegex(
        @"\b((ai|co quan nao|noi nao|don vi nao|cap nao|ben nao) (la nguoi )?"
            + @"(quyet dinh|quyet|duyet|phe duyet|xet|xac nhan)|who (decides|approves))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DecidesRegex();

    [GeneratedRegex(
        @"\b(lien he|hoi ai|gap ai|dau moi|so dien thoai|sdt|contact|whom? (do i|can i|should i|to) (ask|call|write))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ContactRegex();
}
