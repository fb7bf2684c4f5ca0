using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a follow-up comes to.</summary>
/// <param name="Text">The question with what was left out.</param>
/// <param name="Candidate">The section that tells the aspect asked for; null to search for <paramref name="Text"/>.</param>
/// <param name="Preferred">The article that answered before, which still answers when it is about as likely as the best.</param>
internal sealed record FollowUpResolution(string Text, Candidate? Candidate, Article? Preferred)
{
    /// <summary>The articles that are about as likely to be meant, the best included; empty where it is sure.</summary>
    public IReadOnlyList<Article> Rivals { get; init; } = [];

    /// <summary>The features that decided, for officials and editors.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

/// <summary>Completes a follow-up from the question before it: another size, sector or day in the same question, or another aspect of the
/// same article.</summary>
internal static partial class FollowUpResolver
{
    /// <summary>A longer message says more than facts.</summary>
    private const int LongestFacts = 14;

    /// <summary>Null when the message stands by itself, or nothing came before it.</summary>
    public static FollowUpResolution? Resolve(
        KnowledgeBase knowledge,
        Understanding asked,
        ConversationContext context,
        IReadOnlyDictionary<string, ExternalScores> outside
    )
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
            var staysWithArticle = message is { Sector: null, IsHousehold: false } && article is not null;
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

        return message is { NamesMatter: true }
            ? Continued(message, before) ?? Leaning(knowledge, asked, context, outside)
            : Leaning(knowledge, asked, context, outside) ?? Continued(message, before);
    }

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
    private static bool MayLean(Understanding asked) => asked is { IsCrisis: false, IsPersonal: false, OtherMatter: null, Legal: null };

    /// <summary>
    /// The article that the message most likely asks for, where that is the subject or near it and the message leans on what was said;
    /// null where it stands by itself.
    /// </summary>
    private static FollowUpResolution? Leaning(
        KnowledgeBase knowledge,
        Understanding asked,
        ConversationContext context,
        IReadOnlyDictionary<string, ExternalScores> outside
    )
    {
        if (!MayLean(asked))
        {
            return null;
        }

        var alone = Retrieval.Find(knowledge, asked, null, outside);
        var readings = Interpreter.Rank(knowledge, asked, context, alone, InterpretationRanker.Default);
        if (readings is not [{ Article: { } best, IsNear: true } first, ..])
        {
            return null;
        }

        var isAloneBest = alone.Candidates is [var found, ..] && found.Article == best;
        return isAloneBest && knowledge.PhrasingModels.Predict(asked.Language, asked.Text).FollowUpProbability < Leans
            ? null
            : Toward(knowledge, asked, context, readings, first.Probability);
    }

    /// <summary>The best reading near the subject, for a message that nothing answers by itself; null where none is likely.</summary>
    public static FollowUpResolution? Fallback(
        KnowledgeBase knowledge,
        Understanding asked,
        ConversationContext context,
        IReadOnlyDictionary<string, ExternalScores> outside
    )
    {
        if (!MayLean(asked))
        {
            return null;
        }

        var alone = Retrieval.Find(knowledge, asked, null, outside);
        List<Reading> readings = [.. Interpreter.Rank(knowledge, asked, context, alone, InterpretationRanker.Default)];
        if (
            readings is not [{ Article: not null }, ..]
            || readings.Find(reading => reading.IsNear) is not { Probability: >= LeastFallback } near
        )
        {
            return null;
        }

        return Toward(knowledge, asked, context, [near, .. readings.Where(reading => reading != near)], near.Probability);
    }

    private static FollowUpResolution Toward(
        KnowledgeBase knowledge,
        Understanding asked,
        ConversationContext context,
        IReadOnlyList<Reading> readings,
        double probability
    )
    {
        var article = readings[0].Article!;
        var section = Interpreter.SectionOf(knowledge, article, asked);
        return new(
            $"{article.Title[asked.Language]}: {asked.Text}",
            new(article, section, probability)
            {
                IsSectionAsked = section != AnswerSections.Short && article == Interpreter.SubjectOf(knowledge, context),
            },
            article
        )
        {
            Rivals =
                probability >= Sure
                    ? []
                    :
                    [
                        .. readings
                            .Where(reading => reading.Article is not null && reading.Probability >= RivalShare * probability)
                            .Select(reading => reading.Article!)
                            .Take(MostRivals),
                    ],
            Why =
            [
                .. InterpretationRanker
                    .Default.Why(
                        readings[0].Features,
                        readings.Count > 1 ? readings[1].Features : new double[InterpretationRanker.Features]
                    )
                    .Take(MostReasons)
                    .Select(why => FormattableString.Invariant($"{why.Feature} {why.Share:+0.00;-0.00}")),
            ],
        };
    }

    /// <summary>A reading less likely than this is asked about where others compete.</summary>
    private const double Sure = 0.4;

    private const double LeastFallback = 0.3;
    private const int MostReasons = 4;

    /// <summary>From this probability of being elliptic on, a message leans on what was said even where search finds its article.</summary>
    private const double Leans = 0.5;

    private const double RivalShare = 0.4;
    private const int MostRivals = 3;

    /// <summary>"Công ty tôi 45 người": asks nothing and tells what the question before left open.</summary>
    private static bool SaysOnlyFacts(Understanding asked) =>
        asked.Said.HasFigures && asked.Folded.Count(' ') < LongestFacts && !Asks().IsMatch(asked.Folded);

    [GeneratedRegex(
        @"\b(gi|nao|sao|bao nhieu|bn|the nao|dau|ai|khong|ko|k|hong|chua|muon|can|xin|duoc|dc|hoi|phai|nen|thi|con|what"
            + @"|how|which|can|should|do|does|want|need|about|is|are)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asks();
}
