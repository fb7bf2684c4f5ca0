using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What a message may be about, and the answer from the article that it most likely asks for.</summary>
public sealed partial class AnswerPipeline
{
    /// <summary>From this probability of being elliptic on, a message leans on what was said even where search finds its article.</summary>
    private const double Leans = 0.5;

    /// <summary>From this probability on a command or courtesy is taken for what the message is.</summary>
    private const double SureAct = 0.5;

    private const int MostReasons = 4;

    /// <returns>The answer, the question as it was understood, and that question in words where it was completed.</returns>
    private (Answer Answer, Understanding Understood, string? Meant) AnswerFromArticles(
        KnowledgeBase published,
        Understanding asked,
        Question question
    )
    {
        if (
            asked.QuantityReading.Quantities.Count > 0
            && EnterpriseProfile.Remove(MessageFacts.Read(asked.Text, asked.Today)) is { } matter
        )
        {
            asked = asked.WithMatter(matter);
        }

        Understanding Complete(string text) => asked.Completed(Understanding.Of(question with { Text = text }, Today, published.Register));

        var completion = published.FindByPhrasing(asked.Folded) is null
            ? FollowUpResolver.Resolve(published, asked, question.Context)
            : null;
        if (completion is not null)
        {
            var whole = Complete(completion.Text);
            var answer = AnswerWhole(published, whole, completion, question.ExternalScores);
            if (completion.Candidate is not null || answer is not Answer.Unanswerable)
            {
                return (answer, whole, completion.Text);
            }

            var byItself = AnswerReading(published, asked, question.Context, question.ExternalScores, Complete);
            return byItself.Answer is Answer.Answered ? byItself : (answer, whole, completion.Text);
        }

        var read = AnswerReading(published, asked, question.Context, question.ExternalScores, Complete);
        if (
            read.Answer is Answer.Unanswerable or Answer.Clarify or { OtherReading: not null }
            && FollowUpResolver.Continue(asked, question.Context) is { } continued
            && Complete(continued.Text) is var next
            && AnswerWhole(published, next, continued, question.ExternalScores) is Answer.Answered { OtherReading: null } told
        )
        {
            return (told, next, continued.Text);
        }

        return read;
    }

    /// <summary>Answers a message by what it most likely asks for, given what was said before.</summary>
    private static (Answer Answer, Understanding Understood, string? Meant) AnswerReading(
        KnowledgeBase published,
        Understanding asked,
        ConversationContext context,
        IReadOnlyDictionary<string, ExternalScores> outside,
        Func<string, Understanding> complete
    )
    {
        var term = TermQuestion.Find(asked);
        if (term is { AsksMeaningOnly: true })
        {
            return (TermQuestion.AnswerFromGlossary(term, asked.Language), asked, null);
        }

        var searched = term?.Expand(asked) ?? asked;
        var found = Retrieval.Find(published, searched, null, outside);
        if (found.IsPhrasing)
        {
            return (Decide(published, asked, searched, term, found, [1], Thresholds.Opening, null), asked, null);
        }

        var before = FollowUpResolver.MayLean(asked) ? context : ConversationContext.Empty;
        var readings = Rank(published, searched, before, found, outside, FindActEvidence(asked));
        if (readings is [{ Act: { } act, Probability: >= SureAct }, ..] && AnswerAct(act, asked) is { } acted)
        {
            return (
                acted with
                {
                    Trace = new(asked.Folded, asked.AskedAbout, [], $"most likely {act.Act}; {Reasons(readings)}")
                    {
                        Readings = [.. readings.Select(Trace)],
                    },
                },
                asked,
                null
            );
        }

        var elliptic = published.PhrasingModels.Predict(asked.Language, asked.Text).FollowUpProbability;
        var subject = Interpreter.SubjectOf(published, before);
        var isLeaning =
            readings is [{ Article: { } best, IsNear: true }, ..]
            && (elliptic >= Leans || (found.Candidates is not [var alone, ..] || alone.Article != best));
        var meant = isLeaning ? $"{readings[0].Article!.Title[asked.Language]}: {asked.Text}" : null;
        var understood = meant is null ? asked : complete(meant);
        var findSection = Interpreter.FindSections(published, asked);
        var ranked = readings
            .Where(reading => reading.Article is not null)
            .Take(Retrieval.MaxCandidates)
            .Select(reading => ToCandidate(reading, found, subject, isLeaning, findSection))
            .ToList();
        var answer = Decide(
            published,
            understood,
            searched,
            term,
            found.InOrder(
                ranked,
                readings.Where(reading => reading.Article is not null).Select(reading => reading.Probability).FirstOrDefault()
            ),
            [.. readings.Where(reading => reading.Article is not null).Select(reading => reading.Probability)],
            subject is null
                ? Thresholds.Opening with
                {
                    HasWeakScores = context.PastQuestions.Count == 0 && context.Rule is null && context.Facts.IsEmpty,
                }
                : Thresholds.Later,
            Reasons(readings)
        );
        return (answer with { Trace = answer.Trace with { Readings = [.. readings.Select(Trace)] } }, understood, meant);
    }

    /// <summary>Answers a question that was completed from the one before it.</summary>
    private static Answer AnswerWhole(
        KnowledgeBase published,
        Understanding asked,
        FollowUpResolution completion,
        IReadOnlyDictionary<string, ExternalScores> outside
    )
    {
        var found = completion.Candidate is { } known
            ? Retrieval.Find(known)
            : Retrieval.Find(published, asked, completion.Preferred, outside);
        if (found.IsPhrasing)
        {
            return Decide(published, asked, asked, null, found, [1], Thresholds.Opening, "a follow-up");
        }

        var readings = Rank(published, asked, ConversationContext.Empty, found, outside, null)
            .Where(reading => reading.Article is not null)
            .ToList();
        var findSection = Interpreter.FindSections(published, asked);
        return Decide(
            published,
            asked,
            asked,
            null,
            found.InOrder(
                [.. readings.Take(Retrieval.MaxCandidates).Select(reading => ToCandidate(reading, found, null, false, findSection))],
                readings.Count == 0 ? 0 : readings[0].Probability
            ),
            readings.ConvertAll(reading => reading.Probability),
            Thresholds.Opening with
            {
                HasWeakScores = false,
            },
            "a follow-up"
        );
    }

    private static IReadOnlyList<Reading> Rank(
        KnowledgeBase published,
        Understanding asked,
        ConversationContext context,
        Retrieval found,
        IReadOnlyDictionary<string, ExternalScores> outside,
        ActEvidence? act
    )
    {
        var readings = Interpreter.Rank(published, asked, context, found, act);
        if (outside.Values.All(scores => scores.IsEmpty))
        {
            return readings.Any(IsCertainlyUnwritten)
                ? [.. readings.Select(reading => reading with { Probability = reading.IsNothing ? 1 : 0 })]
                : readings;
        }

        // A service outside that finds a passage alike has a floor of its own, and needs no word in common.
        var articles = readings.Where(reading => reading.Article is not null).ToList();
        var sum = articles.Sum(reading => reading.Probability);
        return articles.ConvertAll(reading => reading with { Probability = reading.Probability / sum });
    }

    /// <summary>No article holds any word of the message, so it is not about the subject either: "asdkj 123".</summary>
    private static bool IsCertainlyUnwritten(Reading reading) =>
        reading.IsNothing && reading.Features[(int)Feature.NothingUnknownWords] >= 1;

    /// <summary>The article of a reading with the section that tells what was asked.</summary>
    private static Candidate ToCandidate(
        Reading reading,
        Retrieval found,
        Content.Article? subject,
        bool isLeaning,
        Func<Content.Article, string> findSection
    )
    {
        var article = reading.Article!;
        var alone = found.Candidates.FirstOrDefault(candidate => candidate.Article == article);
        if (alone is not null && !(isLeaning && reading.IsNear))
        {
            return alone;
        }

        var section = findSection(article);
        return new(article, section, alone?.Score ?? 0) { IsSectionAsked = section != AnswerSections.Short && article == subject };
    }

    private static Answer Decide(
        KnowledgeBase published,
        Understanding asked,
        Understanding searched,
        TermQuestion? term,
        Retrieval found,
        IReadOnlyList<double> probabilities,
        Thresholds thresholds,
        string? reasons
    )
    {
        var verdict = AnswerDecision.Of(asked, found, probabilities, thresholds);
        var answer = term is null ? Composer.Compose(verdict, asked, published) : TermQuestion.Compose(term, verdict, asked, published);
        var trace = new AnswerTrace(
            asked.Folded,
            asked.AskedAbout,
            [.. found.Candidates.Select(candidate => new TracedCandidate(candidate.Article.Key, candidate.SectionId, candidate.Score))],
            reasons is null ? verdict.Reason : $"{verdict.Reason}; {reasons}"
        )
        {
            ArticleKey = (verdict as Verdict.AnswerWith)?.Candidate.Article.Key,
            SearchText = found.IsPhrasing ? null : MatterExtractor.Extract(searched.Text),
        };
        answer = verdict is Verdict.AnswerWith or Verdict.AskWhich or Verdict.NoSupport ? Guided(answer, asked, published) : answer;
        return answer with
        {
            Trace = trace,
            // A guide that starts takes the place of both.
            OtherReading =
                verdict is Verdict.AnswerWith { Other: { } other } likelier && !answer.StartsGuide
                    ? Composer.Compose(likelier with { Candidate = other, Other = null }, asked, published) with
                    {
                        Trace = trace with { ArticleKey = other.Article.Key },
                    }
                    : null,
        };
    }

    private static TracedReading Trace(Reading reading) =>
        new(reading.Article?.Key, reading.Act?.Act.ToString(), reading.Features, reading.Probability);

    /// <summary>The features that decided between the two best readings, for officials and editors.</summary>
    private static string? Reasons(IReadOnlyList<Reading> readings) =>
        readings is [var first, var second, ..]
            ? string.Join(
                ", ",
                InterpretationRanker
                    .Default.Why(first.Features, second.Features)
                    .Take(MostReasons)
                    .Select(why => FormattableString.Invariant($"{why.Feature} {why.Share:+0.00;-0.00}"))
            )
            : null;
}
