using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a follow-up comes to.</summary>
/// <param name="Text">The question with what was left out.</param>
/// <param name="Candidate">The section that tells the aspect asked for; null to search for <paramref name="Text"/>.</param>
/// <param name="Preferred">The article that answered before, which still answers when it is about as likely as the best.</param>
internal sealed record FollowUpResolution(string Text, Candidate? Candidate, Article? Preferred);

/// <summary>Completes a follow-up from the question before it: another size, sector or day in the same question, or another aspect of the
/// same article.</summary>
internal static partial class FollowUpResolver
{
    /// <summary>A longer message says more than facts.</summary>
    private const int LongestFacts = 14;

    /// <summary>Null when the message stands by itself, or nothing came before it.</summary>
    public static FollowUpResolution? Resolve(KnowledgeBase knowledge, Understanding asked, ConversationContext context)
    {
        if ((context.PastQuestions.Count > 0 ? context.PastQuestions[^1] : null) is not { } before)
        {
            return null;
        }

        var article = knowledge.Find(before.ArticleKey);
        if (SaysOnlyFacts(asked))
        {
            return new(
                $"{before.Text.TrimEnd('?', ' ', '.')}, {asked.Text}",
                article is null ? null : new(article, AnswerSections.Short, 1),
                article
            );
        }

        var message = FollowUpReader.Read(asked.Folded);
        if (message is { HasSlot: true, RemainingText.Length: 0 })
        {
            var staysWithArticle = message is { Sector: null, IsHouseholdBusiness: false } && article is not null;
            return new(
                SlotSubstitution.Substitute(before.Text, message, asked.Language),
                staysWithArticle ? new(article!, AnswerSections.Short, 1) : null,
                article
            );
        }

        if (
            message is { RemainingText.Length: 0, Aspect: { } aspect }
            && article is not null
            && Tells(knowledge, article, aspect, asked) is { } told
        )
        {
            return new($"{article.Title[asked.Language]}: {asked.Text}", told, article);
        }

        return message is { NamesMatter: true } ? Continued(message, before) : null;
    }

    /// <summary>The message as another matter asked as the one before it was; null where nothing came before, or it asks more.</summary>
    public static FollowUpResolution? Continue(Understanding asked, ConversationContext context) =>
        context.PastQuestions is [.., var before] ? Continued(FollowUpReader.Read(asked.Folded), before) : null;

    /// <summary>The section of the same article that tells an aspect named in plain words, else the best of the articles it leads
    /// to.</summary>
    private static Candidate? Tells(KnowledgeBase knowledge, Article article, Aspect aspect, Understanding asked)
    {
        var sections = Aspects.GetSections(aspect);
        var isOfArticle = aspect is Aspect.Who or Aspect.Amount;
        var own = article
            .GetSections(asked.Language)
            .FirstOrDefault(section =>
                sections.Contains(section.Id) || (isOfArticle && Aspects.Find(KnowledgeBase.FoldPhrase(section.Heading)) == aspect)
            )
            ?.Id;
        if (own is not null)
        {
            return new(article, own, 1) { IsSectionAsked = true };
        }

        if (isOfArticle)
        {
            return new(article, AnswerSections.Short, 1);
        }

        if (TellsPlace(knowledge, article, aspect, asked))
        {
            return new(article, AnswerSections.Short, 1);
        }

        var near = Neighbours(knowledge, article);
        var best = knowledge
            .Index.Search(
                $"{asked.Text} {Aspects.GetSearchText(aspect)[asked.Language]}",
                new SearchOptions { Lang = asked.Language, Count = PassagesToRank }
            )
            .Hits.FirstOrDefault(hit =>
                near.Contains(hit.Passage.ArticleKey)
                && hit.Score >= LeastScore(asked.Language)
                && (hit.Passage.SectionId == AnswerSections.Short || sections.Contains(hit.Passage.SectionId))
            );
        return best is null ? null : new(knowledge.Find(best.Passage.ArticleKey)!, best.Passage.SectionId, 1);
    }

    /// <summary>Whether a statement of the article itself tells where to do what is asked: "nộp tại Ngân hàng Chính sách xã hội".</summary>
    private static bool TellsPlace(KnowledgeBase knowledge, Article article, Aspect aspect, Understanding asked) =>
        aspect == Aspect.Place
        && knowledge.EvidenceIndex.FindBest(
            article.Key,
            knowledge.EvidenceIndex.Prepare(asked.Language, asked.Message, AudienceFit.FindAsked(asked)) with
            {
                WantedKinds = AnswerKinds.Place,
            }
        )
            is { HasWantedKind: true, MatchedWordCount: > 0 };

    /// <summary>The articles at most two steps of "what next" away.</summary>
    private static HashSet<string> Neighbours(KnowledgeBase knowledge, Article article)
    {
        var first = article.FollowUps.Concat(article.Related).ToList();
        return [article.Key, .. first, .. first.Select(knowledge.Find).OfType<Article>().SelectMany(next => next.FollowUps)];
    }

    private const int PassagesToRank = 60;

    /// <summary>A neighbour that tells less of the message than this does not tell it.</summary>
    private static double LeastScore(Lang lang) => lang == Lang.En ? 0.12 : 0.3;

    /// <summary>"Còn phần mềm?": another matter, asked as the one before it was.</summary>
    private static FollowUpResolution? Continued(FollowUpMessage? message, PastQuestion before) =>
        message is { HasSlot: false, RemainingText.Length: > 0 }
            ? new($"{message.RemainingText} {Carried(before.Text)}".Trim(), null, null)
            : null;

    /// <summary>What a question says beside its matter: who asks, and what of it is asked.</summary>
    private static string Carried(string before) =>
        string.Join(
            ' ',
            VietnameseText.SplitIntoWords(before).Where(word => ConversationPolicy.Current.Fields.IsGeneralWord(VietnameseText.Fold(word)))
        );

    /// <summary>A message may depend on the one before: it is no emergency, own file, other body's matter or named document.</summary>
    public static bool MayLean(Understanding asked) => asked is { IsCrisis: false, IsPersonal: false, OtherMatter: null, Legal: null };

    /// <summary>"Công ty tôi 45 người": asks nothing and tells what the question before left open.</summary>
    private static bool SaysOnlyFacts(Understanding asked) =>
        asked.StatedFacts.HasSizeFigures && asked.Folded.Count(' ') < LongestFacts && !Asks().IsMatch(asked.Folded);

    [GeneratedRegex(
        @"\b(gi|nao|sao|bao nhieu|bn|the nao|dau|ai|khong|ko|k|hong|chua|muon|can|xin|duoc|dc|hoi|phai|nen|thi|con|what"
            + @"|how|which|can|should|do|does|want|need|about|is|are)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asks();
}
