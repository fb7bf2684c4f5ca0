using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Interpretations;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// One way to take a message: it asks for an article, as the subject of the conversation or as a new one, is a command or a courtesy, or
/// asks for nothing that was said before and nothing that articles tell.
/// </summary>
/// <param name="Article">The article; null for the other two.</param>
/// <param name="Act">The command or courtesy; null for the other two.</param>
/// <param name="IsNear">The article is the subject, of its family, or what it leads to.</param>
/// <param name="Probability">Among the readings of the same message.</param>
internal sealed record Reading(Article? Article, RecognizedAct? Act, bool IsNear, double[] Features, double Score, double Probability)
{
    public bool IsNothing => Article is null && Act is null;
}

/// <summary>
/// Ranks what a message may be about, given the article that answered before: the articles that search finds for it alone, that article,
/// its family and what it leads to, and the command or courtesy that it most resembles. The ranking is linear in readable features
/// (<see cref="Feature"/>).
/// </summary>
internal static class Interpreter
{
    private const int JoinedPassages = 60;
    private const int FewWords = 5;

    /// <summary>Words of this weight in one statement are half of what can be had.</summary>
    private const double HalfEvidence = 4;

    /// <summary>Mistakes tell what is wrong, and alone seldom answer.</summary>
    private const double MistakesShare = 0.6;

    private const int FewWordsOfBasis = 8;

    /// <summary>A longer message is no more likely to be a command.</summary>
    private const int ManyWords = 16;

    /// <summary>Keeps the odds of certain acts finite.</summary>
    private const double Doubt = 0.01;

    /// <param name="alone">What search finds for the message alone.</param>
    /// <param name="act">The command or courtesy that the message most resembles; null where it cannot be one.</param>
    /// <returns>The best first, "nothing" among them.</returns>
    public static IReadOnlyList<Reading> Rank(
        KnowledgeBase knowledge,
        Understanding asked,
        ConversationContext context,
        Retrieval alone,
        ActEvidence? act
    )
    {
        var subject = SubjectOf(knowledge, context);
        var lang = asked.Language;
        var text = alone.CorrectedQuestion ?? asked.Text;
        var form = knowledge.PhrasingModels.Predict(lang, text);
        HashSet<string> family = subject is null ? [] : [.. knowledge.FindFamily(subject)];
        var first = subject?.FollowUps.Concat(subject.Related).ToList() ?? [];
        var linked = first
            .Concat(first.Select(knowledge.Find).OfType<Article>().SelectMany(next => next.FollowUps))
            .ToHashSet(StringComparer.Ordinal);
        var earlier = context.PastQuestions.Select(past => past.ArticleKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var joined = subject is null ? [] : Scores(knowledge, $"{subject.Title[lang]} {text}", lang);
        var aspect = Aspects.Find(asked.Folded);
        var byAspect = aspect is null ? [] : Scores(knowledge, $"{text} {Aspects.GetSearchText(aspect.Value)[lang]}", lang);
        var aspectSections = aspect is { } told ? Aspects.GetSections(told) : [];
        var joinedBest = joined.Count == 0 ? 0 : joined.Values.Max();
        var aloneScores = alone.Candidates.ToDictionary(candidate => candidate.Article.Key, candidate => candidate.Score);
        var aloneBest = alone.Candidates.Count == 0 ? 0 : alone.Candidates.Max(candidate => candidate.Score);
        using var message = knowledge.PhrasingIndex.Vectorize(lang, text);
        var question = knowledge.ArticleCoverage.Weigh(lang, text);
        var evidenceQuestion = knowledge.EvidenceIndex.Prepare(lang, asked.Message, AudienceFit.FindAsked(asked));
        var (isMarked, points) = FollowUpReader.FindMarkers(asked.Folded);
        var words = asked.Folded.Count(' ') + 1;
        var hasFigures = asked.Folded.Any(char.IsAsciiDigit);
        var wanted = WantedAnswerReader.FindWanted(asked.Folded, asked.Text);

        List<(Article? Article, RecognizedAct? Act, bool IsNear, double[] Features)> readings = [];
        var (bestCovered, bestLike) = (0.0, 0.0);
        var matter = knowledge.MatterCoverage.Prepare(lang, text, asked.Message);
        foreach (
            var key in aloneScores
                .Keys.Concat(subject is null ? [] : [subject.Key])
                .Concat(family)
                .Concat(linked)
                .Concat(earlier)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (knowledge.Find(key) is not { } article)
            {
                continue;
            }

            var (isSubject, isFamily, isLinked) = (article == subject, family.Contains(key), linked.Contains(key));
            var isNear = isSubject || isFamily || isLinked;
            var (followLike, wholeLike) = FindLikeness(knowledge.PhrasingIndex.FindBestSimilarities(key, lang, message));
            var covered = knowledge.ArticleCoverage.ComputeShares(key, question);
            bestCovered = Math.Max(bestCovered, covered.Pairs);
            bestLike = Math.Max(bestLike, Math.Max(followLike, wholeLike));
            var f = new double[InterpretationRanker.Features];
            f[(int)Feature.Alone] = aloneScores.GetValueOrDefault(key);
            f[(int)Feature.AloneBehind] = f[(int)Feature.Alone] - aloneBest;
            f[(int)Feature.AloneBest] = alone.Candidates.Count > 0 && alone.Candidates[0].Article == article ? alone.Certainty : 0;
            f[(int)Feature.Joined] = joined.GetValueOrDefault(key);
            f[(int)Feature.JoinedBehind] = f[(int)Feature.Joined] - joinedBest;
            f[(int)Feature.FollowLike] = followLike;
            f[(int)Feature.WholeLike] = wholeLike;
            f[(int)Feature.Subject] = Of(isSubject);
            f[(int)Feature.Family] = Of(isFamily && !isSubject);
            f[(int)Feature.Linked] = Of(isLinked && !isSubject);
            f[(int)Feature.Earlier] = Of(earlier.Contains(key) && !isSubject);
            f[(int)Feature.EllipticSubject] = isSubject ? form.FollowUpProbability : 0;
            f[(int)Feature.EllipticNear] = isNear && !isSubject ? form.FollowUpProbability : 0;
            f[(int)Feature.EllipticElsewhere] = isNear ? 0 : form.FollowUpProbability;
            f[(int)Feature.MarkedSubject] = Of(isMarked && isSubject);
            f[(int)Feature.MarkedNear] = Of(isMarked && isNear && !isSubject);
            f[(int)Feature.PointsSubject] = Of(points && isSubject);
            f[(int)Feature.ShortSubject] = isSubject ? Math.Max(0, FewWords - words) / (double)FewWords : 0;
            f[(int)Feature.FiguresSubject] = Of(hasFigures && isSubject);
            f[(int)Feature.SectionFits] = SumSectionProbabilities(article, lang, form);
            var tells = aspectSections.Count > 0 && article.GetSections(lang).Any(section => aspectSections.Contains(section.Id));
            f[(int)Feature.AspectTold] = Of(tells);
            f[(int)Feature.AspectMissing] = Of(isSubject && aspect is not null && !tells);
            f[(int)Feature.AspectSearch] = isNear ? byAspect.GetValueOrDefault(key) : 0;
            f[(int)Feature.Covered] = (covered.Words + covered.Pairs) / 2;
            var evidence = knowledge.EvidenceIndex.FindBest(key, evidenceQuestion);
            f[(int)Feature.Evidence] = evidence is { Overlap: var overlap } ? overlap / (overlap + HalfEvidence) : 0;
            f[(int)Feature.KindHeld] = Of(wanted != AnswerKinds.None && evidence is { HasWantedKind: true, Overlap: > 0 });
            f[(int)Feature.KindMissing] = Of(!knowledge.EvidenceIndex.Contains(key, lang, wanted));
            f[(int)Feature.UnknownNear] = isNear ? covered.UnknownPairs : 0;
            var shares = knowledge.MatterCoverage.Compare(key, matter).Features;
            shares.CopyTo(f, (int)Feature.MatterWords);
            if (subject is null)
            {
                shares.CopyTo(f, (int)Feature.OpeningWords);
            }

            Combine(f, lang, isOpening: subject is null, isFirst: alone.Candidates is [var best1, ..] && best1.Article == article);
            readings.Add((article, null, isNear, f));
        }

        var nothing = new double[InterpretationRanker.Features];
        nothing[(int)Feature.Nothing] = 1;
        nothing[(int)Feature.NothingUncovered] = 1 - bestCovered;
        nothing[(int)Feature.NothingOpening] = Of(subject is null);
        nothing[(int)Feature.NothingEnglish] = Of(lang == Lang.En);
        FloorReader.Of(knowledge, asked, alone, message, question).Features.CopyTo(nothing, (int)Feature.NothingUnknownWords);
        readings.Add((null, null, false, nothing));

        if (act is not null)
        {
            var f = new double[InterpretationRanker.Features];
            f[(int)Feature.Act] = 1;
            f[(int)Feature.ActOdds] = Math.Log((act.Act.Confidence + Doubt) / (act.AskProbability + Doubt));
            f[(int)Feature.ActKnownWords] = act.KnownShare;
            f[(int)Feature.ActLength] = Math.Min(words, ManyWords) / (double)ManyWords;
            f[(int)Feature.ActOpening] = Of(subject is null);
            f[(int)Feature.ActEnglish] = Of(lang == Lang.En);
            f[(int)Feature.ActQuestion] = Of(act.IsQuestion);
            f[(int)Feature.ActFigures] = Of(hasFigures);
            f[(int)Feature.ActCourtesy] = Of(IsCourtesy(act.Act.Act));
            f[(int)Feature.ActElliptic] = form.FollowUpProbability;
            f[(int)Feature.ActCovered] = bestCovered;
            f[(int)Feature.ActLikeness] = bestLike;
            readings.Add((null, act.Act, false, f));
        }

        List<double> scores = [.. readings.Select(reading => InterpretationRanker.Default.Score(reading.Features))];
        var p = InterpretationRanker.Probabilities(scores);
        return
        [
            .. readings
                .Select((reading, i) => new Reading(reading.Article, reading.Act, reading.IsNear, reading.Features, scores[i], p[i]))
                .OrderByDescending(reading => reading.Score),
        ];
    }

    /// <summary>The nearest follow-up and the nearest whole phrasing.</summary>
    private static (double FollowUp, double Whole) FindLikeness(PhrasingSimilarity[] near)
    {
        var (followUp, whole) = (0f, 0f);
        foreach (var one in near)
        {
            (followUp, whole) = one.IsFollowUp ? (Math.Max(followUp, one.Similarity), whole) : (followUp, Math.Max(whole, one.Similarity));
        }

        return (followUp, whole);
    }

    /// <summary>The probability that the message asks for one of the article's sections but the short answer.</summary>
    private static double SumSectionProbabilities(Article article, Lang lang, PhrasingPrediction form)
    {
        var sum = 0.0;
        foreach (var section in article.GetSections(lang))
        {
            sum += section.Id == AnswerSections.Short ? 0 : form.SectionProbabilities.GetValueOrDefault(section.Id);
        }

        return sum;
    }

    /// <summary>Features that are products of others: what one tells depends on the other.</summary>
    private static void Combine(double[] f, Lang lang, bool isOpening, bool isFirst)
    {
        double Value(Feature feature) => f[(int)feature];
        f[(int)Feature.AloneEnglish] = lang == Lang.En ? Value(Feature.Alone) : 0;
        f[(int)Feature.AloneCovered] = Value(Feature.Alone) * Value(Feature.Covered);
        f[(int)Feature.AloneFamily] = Value(Feature.Alone) * Value(Feature.Family);
        f[(int)Feature.AloneLinked] = Value(Feature.Alone) * Value(Feature.Linked);
        f[(int)Feature.OpeningBest] = Of(isOpening && isFirst);
        f[(int)Feature.OpeningEvidence] = isOpening ? Value(Feature.Evidence) : 0;
        f[(int)Feature.FollowLikeSquared] = Value(Feature.FollowLike) * Value(Feature.FollowLike);
        f[(int)Feature.WholeLikeSquared] = Value(Feature.WholeLike) * Value(Feature.WholeLike);
        f[(int)Feature.BestLike] = Math.Max(Value(Feature.FollowLike), Value(Feature.WholeLike));
        f[(int)Feature.SubjectUncovered] = Value(Feature.Subject) * (1 - Value(Feature.Covered));
        f[(int)Feature.EllipticElsewhereCovered] = Value(Feature.EllipticElsewhere) * Value(Feature.Covered);
    }

    /// <summary>For each article the section that tells what a message asks.</summary>
    public static Func<Article, string> FindSections(KnowledgeBase knowledge, Understanding asked) =>
        article =>
        {
            var aspect = Aspects.Find(asked.Folded);
            if (aspect == Aspect.Basis && asked.Folded.Count(' ') < FewWordsOfBasis)
            {
                // "Văn bản số mấy": the short answer names what it rests on.
                return AnswerSections.Short;
            }

            var scores = knowledge.SectionIndex.Score(article.Key, asked.Language, asked.Text);
            var mistakes = Aspects.GetSections(Aspect.Mistakes);
            return article
                    .GetSections(asked.Language)
                    .Where(section => section.Id != AnswerSections.Unconfirmed)
                    .MaxBy(section =>
                        scores.GetValueOrDefault(section.Id)
                        * (aspect != Aspect.Mistakes && mistakes.Contains(section.Id) ? MistakesShare : 1)
                    )
                    ?.Id
                ?? AnswerSections.Short;
        };

    /// <summary>The article that answered last.</summary>
    public static Article? SubjectOf(KnowledgeBase knowledge, ConversationContext context) =>
        context.PastQuestions.Reverse().Select(past => knowledge.Find(past.ArticleKey)).FirstOrDefault(article => article is not null);

    /// <summary>The best score of each article for a text.</summary>
    private static Dictionary<string, double> Scores(KnowledgeBase knowledge, string text, Lang lang)
    {
        var scores = new Dictionary<string, double>(JoinedPassages, StringComparer.Ordinal);
        foreach (var hit in knowledge.Index.Search(text, new SearchOptions { Lang = lang, Count = JoinedPassages }).Hits)
        {
            // The best hit comes first.
            scores.TryAdd(hit.Passage.ArticleKey, hit.Score);
        }

        return scores;
    }

    private static bool IsCourtesy(DialogueAct act) =>
        act
            is DialogueAct.Thanks
                or DialogueAct.Greet
                or DialogueAct.Goodbye
                or DialogueAct.WhoAreYou
                or DialogueAct.Complain
                or DialogueAct.Surprised;

    private static double Of(bool holds) => holds ? 1 : 0;
}
