using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The public page of an article.</summary>
internal sealed record ArticleLink(string Title, string Address);

/// <summary>
/// The card below an answer: legal basis with its period in force, further sections, follow-up questions, votes and the button to ask an
/// official. The answer itself is the text of the message, so that it can be read before a card is rendered.
/// </summary>
internal static class AnswerCard
{
    private const string SourcesId = "sources";

    /// <param name="sources">The answer's sources, with the numbers by which the text refers to them.</param>
    /// <param name="articles">The public pages of the articles that the answer rests on.</param>
    /// <param name="answerId">Sent back with a vote or a request to identify the answer.</param>
    /// <param name="showsVoteButtons">False where the channel itself shows vote buttons (thumbs) under the message.</param>
    /// <returns>Null when there is nothing to show in addition to the text.</returns>
    public static Attachment? Build(
        Answer answer,
        IReadOnlyList<NumberedSource> sources,
        IReadOnlyList<ArticleLink> articles,
        string answerId,
        bool showsVoteButtons = true
    )
    {
        var (more, offersVote) = answer switch
        {
            Answer.Answered answered => (answered.OtherSections, true),
            Answer.Expired expired => (expired.OtherSections, true),
            _ => ([], false),
        };
        var choices = answer is Answer.Clarify clarify ? clarify.Choices : [];
        var offersOfficial = answer.OffersRequest || offersVote || answer is Answer.Unanswerable or Answer.Personal or Answer.OutOfScope;
        List<JsonObject> body =
        [
            .. SourceList(answer, sources, articles, answer.Language),
            .. more.SelectMany((section, i) => CollapsedSection(section, $"more{i}")),
            .. choices.Select(choice => QuestionButton(choice.Question, CardActions.QuestionData(choice.Question))),
            .. FollowUpButtons(answer.FollowUps, answer.Language),
        ];
        if (answer.Guide is { } guide && GuideSteps.GetNextStep(guide, answer.Language) is not null)
        {
            body.Add(
                Actions(
                    Submit(
                        GuideChatTexts.StartCommands[guide.Kind][answer.Language],
                        CardActions.CommandData(GuideChatTexts.StartCommands[guide.Kind][answer.Language])
                    )
                )
            );
        }

        if (offersOfficial)
        {
            body.Add(Actions(Submit(AnswerCardTexts.AskOfficial[answer.Language], CardActions.AskOfficialData(answerId), "positive")));
        }

        if (offersVote && showsVoteButtons)
        {
            body.Add(
                Actions(
                    Submit(AnswerCardTexts.Useful[answer.Language], CardActions.VoteData(answerId, isUp: true)),
                    Submit(AnswerCardTexts.NotUseful[answer.Language], CardActions.VoteData(answerId, isUp: false))
                )
            );
        }

        return body.Count == 0 ? null : Card(answer.Language.Code(), [.. body]);
    }

    /// <summary>The sources with name and period, for callers that show them outside this card.</summary>
    public static IReadOnlyList<CitedSource> ToCitedSources(IEnumerable<NumberedSource> sources, Lang lang)
    {
        return [.. sources.Select(source => new CitedSource(SourceName(source, lang), string.Join("; ", PeriodTexts(source, lang))))];
    }

    private static string SourceName(NumberedSource source, Lang lang) =>
        source.Clause is null ? source.Document : AnswerCardTexts.DocumentClause.With(lang, source.Document, source.Clause);

    /// <summary>One line that unfolds the sources: the reader wants the answer first, and then to check it.</summary>
    private static IEnumerable<JsonObject> SourceList(
        Answer answer,
        IReadOnlyList<NumberedSource> sources,
        IReadOnlyList<ArticleLink> articles,
        Lang lang
    ) =>
        sources.Count == 0
            ? []
            :
            [
                Actions(Toggle(AnswerCardTexts.SourceCount.With(lang, sources.Count), SourcesId)),
                Container(SourcesId, isVisible: false, [.. SourceLines(answer, sources, lang), .. articles.Select(PageLine)]),
            ];

    private static IEnumerable<JsonObject> SourceLines(Answer answer, IReadOnlyList<NumberedSource> sources, Lang lang)
    {
        var periods = sources.SelectMany(source => PeriodTexts(source, lang)).Distinct(StringComparer.Ordinal).ToList();
        // The text already states the period of the answer; it is repeated only where the sources differ.
        var isInText = periods is [var only] && answer.Text.Contains(only, StringComparison.Ordinal);
        foreach (var source in sources)
        {
            var name = SourceName(source, lang);
            yield return Text(source.Number is { } number ? $"{MessageEntity.CitationMark(number)} **{name}**" : $"**{name}**");
            foreach (var period in isInText ? [] : PeriodTexts(source, lang))
            {
                yield return SmallText(period);
            }
        }
    }

    private static JsonObject PageLine(ArticleLink article) =>
        Text($"[{article.Title.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}]({article.Address})");

    private static IEnumerable<string> PeriodTexts(NumberedSource source, Lang lang) =>
        source.Citations.Select(citation => PeriodText(citation, lang)).Distinct(StringComparer.Ordinal);

    private static string PeriodText(Citation citation, Lang lang)
    {
        var checkedOn = LocalFormat.Day(citation.CheckedOn, lang);
        return citation switch
        {
            { InForceFrom: { } from, InForceUntil: { } until } => AnswerCardTexts.InForceUntil.With(
                lang,
                LocalFormat.Day(from, lang),
                LocalFormat.Day(until, lang),
                checkedOn
            ),
            { InForceFrom: { } from } => AnswerCardTexts.InForce.With(lang, LocalFormat.Day(from, lang), checkedOn),
            _ => AnswerCardTexts.Checked.With(lang, checkedOn),
        };
    }

    private static IEnumerable<JsonObject> CollapsedSection(AnswerSection section, string id) =>
        [Actions(Toggle(section.Heading, id)), Container(id, isVisible: false, Text(section.Markdown))];

    private static IEnumerable<JsonObject> FollowUpButtons(IReadOnlyList<FollowUp> followUps, Lang lang) =>
        followUps.Count == 0
            ? []
            :
            [
                SmallText(AnswerCardTexts.FollowUpsIntro[lang]),
                .. followUps.Select(followUp => QuestionButton(followUp.Question, CardActions.QuestionData(followUp.Question))),
            ];
}
