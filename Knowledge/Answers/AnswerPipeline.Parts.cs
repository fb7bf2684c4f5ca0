using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>The part of the pipeline that takes a message apart into its questions.</summary>
public sealed partial class AnswerPipeline
{
    /// <summary>Answers each question of a message, at most three, in their order; a later one may lean on those before it.</summary>
    public IReadOnlyList<Answer> AskEach(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (FindCommand(question) is { } started)
        {
            return [started.Act, .. AskEach(question with { Text = started.RemainingText })];
        }

        if (ItemReference.ResolveAll(question) is { Count: > 0 } referring)
        {
            return referring is [var one] ? [Ask(one)] : AskItems(referring);
        }

        var parts = QuestionSplitter.Split(question.Text);
        if (parts.Count == 1)
        {
            var answer = Ask(question);
            return AnswerClauses(question, answer) is { Count: > 0 } each ? each
                : answer.OtherReading is { } other
                    ? [answer with { UnderstoodQuestion = TitleOf(answer) }, other with { UnderstoodQuestion = TitleOf(other) }]
                : [NameUnansweredParts(question, answer)];
        }

        var answers = new List<Answer>(parts.Count);
        var context = question.Context;
        foreach (var part in parts.Take(QuestionSplitter.MaxQuestions))
        {
            var whole = QuestionSplitter.AddSubject(part, parts[0]);
            var answer = Ask(question with { Text = whole, Context = whole == part ? context : context with { PastQuestions = [] } });
            if (
                answers is [.., Answer.Answered { StartsGuide: false } told]
                && answer is Answer.Unanswerable or Answer.Clarify { Guide: null }
            )
            {
                // Choices or a refusal beside an answer would hide it: the part is named, and can be asked alone.
                answers[^1] = AddNote(told, [part]);
                continue;
            }

            if (answers.Exists(told => told.StatedFacts.Activity is not null))
            {
                // "Mua software": what a later part names besides is not what the enterprise does.
                answer = answer with
                {
                    StatedFacts = answer.StatedFacts with { Activity = null },
                };
            }

            // One of several questions gets one answer.
            answers.Add(answer with { UnderstoodQuestion = answer.UnderstoodQuestion ?? part, OtherReading = null });
            context = context with
            {
                PastQuestions = [.. context.PastQuestions, new PastQuestion(answer.UnderstoodQuestion ?? part, answer.Trace.ArticleKey)],
                Facts = context.Facts.Merge(answer.StatedFacts),
                Rule = answer.Rule ?? context.Rule,
            };
        }

        return answers;
    }

    /// <summary>Answers each item that a message names; the rule of an earlier one stays in reach of what follows.</summary>
    private List<Answer> AskItems(IReadOnlyList<Question> items)
    {
        var answers = new List<Answer>(items.Count);
        foreach (var item in items)
        {
            var answer = Ask(item) with { UnderstoodQuestion = item.Context.PastQuestions[0].Text, OtherReading = null };
            var before = answers.LastOrDefault(earlier => earlier.Rule is not null)?.Rule;
            answers.Add(
                before is not null && answer.Rule is { Previous: null } rule
                    ? answer with
                    {
                        Rule = rule with { Previous = before with { Previous = null } },
                    }
                    : answer
            );
        }

        return answers;
    }

    /// <summary>Whether the answers to a message are to its questions in their order, so that each can be named by its number.</summary>
#pragma warning disable CA1822 // Callers depend on the pipeline, not on how it splits a message.
    public bool AreNumbered(string text, IReadOnlyList<Answer> answers) =>
        answers.Count > 1
        && answers.All(answer => answer.OtherReading is null)
        && (QuestionSplitter.Split(text).Count == answers.Count || QuestionClauses.Split(text).Count == answers.Count);
#pragma warning restore CA1822

    /// <summary>
    /// The answers to the parts of a question, where some are about another matter than the whole: "CBAM có phải làm không, còn giấy CE thì
    /// sao", "cỡ gì, thuế mấy phần trăm". Empty where the article that answers the whole covers each part, or no other is sure to answer.
    /// </summary>
    private List<Answer> AnswerClauses(Question question, Answer whole)
    {
        var published = knowledge();
        var clauses = QuestionClauses.Split(question.Text);
        if (clauses.Count < 2 || whole is not Answer.Answered { ArticleKey: var key } || published.Find(key) is null || whole.StartsGuide)
        {
            return [];
        }

        var told = MessageFacts.Read(question.Text, Today).StatedFacts.Enterprise;
        var context = question.Context with { Facts = question.Context.Facts.Merge(told) };
        // Two readings of the whole are likely two parts.
        List<Answer.Answered> answers = whole.OtherReading is null ? [(Answer.Answered)whole] : [];
        foreach (var clause in clauses.Select(clause => QuestionSplitter.AddSubject(clause, question.Text)))
        {
            if (
                published.PhrasingModels.Predict(whole.Language, clause).FollowUpProbability < Leans
                && Ask(question with { Text = clause, Context = context })
                    is Answer.Answered { OtherReading: null, StartsGuide: false } answer
                && IsSureAbout(clause, answer, published, whole.Rule is not null)
                && !answers.Exists(other => IsSameMatter(other, answer, published))
                && (answers.Count == 0 || answer.Rule is not null || !IsCoveredBy(key, clause, whole, published))
            )
            {
                answers.Add(answer with { UnderstoodQuestion = clause });
            }
        }

        return answers.Count < 2 ? [] : [.. answers.Take(QuestionSplitter.MaxQuestions)];
    }

    /// <param name="isBesideRule">A rule tells nothing but its own outcome, so the other part needs an answer all the more.</param>
    private static bool IsSureAbout(string clause, Answer.Answered answer, KnowledgeBase published, bool isBesideRule) =>
        answer.Rule is not null
        || (
            answer.Confidence >= (isBesideRule ? MinConfidenceBesideRule : MinClauseConfidence)
            && published.ArticleCoverage.ComputeShares(answer.ArticleKey, answer.Language, clause).Words
                >= (isBesideRule ? MaxCoveredElsewhere : MinCoveredByOther)
        );

    private static bool IsCoveredBy(string key, string clause, Answer whole, KnowledgeBase published) =>
        published.ArticleCoverage.ComputeShares(key, whole.Language, clause).Words >= MaxCoveredElsewhere;

    private static bool IsSameMatter(Answer.Answered one, Answer.Answered other, KnowledgeBase published) =>
        one.ArticleKey == other.ArticleKey
        || (one.Rule is not null && one.Rule.Key == other.Rule?.Key)
        || (
            published.Find(one.ArticleKey) is { } article
            && published.Find(other.ArticleKey) is { } otherArticle
            && otherArticle.HasSameSubject(article)
        );

    /// <summary>Says before the closing line which parts of the question the answer says nothing about.</summary>
    private Answer NameUnansweredParts(Question question, Answer answer)
    {
        if (
            answer is not Answer.Answered { StartsGuide: false } answered
            || knowledge().Find(answered.ArticleKey) is not { } article
            || (answer.Rule is null && answer.Text.LastIndexOf("\n\n*", StringComparison.Ordinal) <= 0)
            || UnansweredParts.Find(question.Text, answer.Language, $"{answered.Title}\n{answer.Text}", article.Gap)
                is not { Count: > 0 } parts
        )
        {
            return answer;
        }

        return AddNote(answer, parts);
    }

    /// <summary>Says before the closing line which parts were not answered.</summary>
    private static Answer AddNote(Answer answer, IReadOnlyList<string> parts)
    {
        var note = AnswerTexts.PartsNotTold.With(answer.Language, string.Join("”, “", parts));
        var closing = answer.Text.LastIndexOf("\n\n*", StringComparison.Ordinal);
        return answer with
        {
            Text = closing > 0 ? $"{answer.Text[..closing]}\n\n*{note}*\n{answer.Text[(closing + 2)..]}" : $"{answer.Text}\n\n*{note}*",
            OffersRequest = true,
        };
    }

    /// <summary>An article that covers this share of a part's words is about it.</summary>
    private const double MaxCoveredElsewhere = 0.6;

    /// <summary>The same for the article that answers the part.</summary>
    private const double MinCoveredByOther = 0.75;

    private const double MinClauseConfidence = 0.8;

    private const double MinConfidenceBesideRule = 0.5;
}
