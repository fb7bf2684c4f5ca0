using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The card below an answer: legal basis with its period in force, further sections, follow-up questions, votes and the button to ask an
/// official. The answer itself is the text of the message, so that it can be read before a card is rendered.
/// </summary>
internal static class AnswerCard
{
    /// <param name="sources">The answer's sources, with the numbers that mark them in the text.</param>
    /// <param name="answerId">Sent back with a vote or a request to identify the answer.</param>
    /// <param name="drawsVotes">False where the channel shows its own thumbs under the message.</param>
    /// <returns>Null when there is nothing to show besides the text.</returns>
    public static Attachment? Build(Answer answer, IReadOnlyList<NumberedSource> sources, string answerId, bool drawsVotes = true)
    {
        var (more, offersVote) = answer switch
        {
            Answer.Answered answered => (answered.More, true),
            Answer.Expired expired => (expired.More, true),
            _ => ([], false),
        };
        var choices = answer is Answer.Clarify clarify ? clarify.Choices : [];
        var offersOfficial = answer.OffersRequest || offersVote || answer is Answer.Unanswerable or Answer.Personal or Answer.OutOfScope;
        List<JsonObject> body =
        [
            .. Sources(answer, sources, answer.Language),
            .. more.SelectMany((section, i) => Section(section, $"more{i}")),
            .. choices.Select(choice => QuestionButton(choice.Question, CardActions.AskData(choice.Question))),
            .. Questions(answer.FollowUps, answer.Language),
        ];
        if (answer.Guide is { } guide && GuideSteps.Next(guide, answer.Language) is not null)
        {
            body.Add(
                Actions(
                    Submit(
                        GuideChatTexts.Starts[guide.Kind][answer.Language],
                        CardActions.SayData(GuideChatTexts.Starts[guide.Kind][answer.Language])
                    )
                )
            );
        }

        if (offersOfficial)
        {
            body.Add(Actions(Submit(AnswerCardTexts.AskOfficial[answer.Language], CardActions.OfficialData(answerId))));
        }

        if (offersVote && drawsVotes)
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
    public static IReadOnlyList<CitedSource> Cited(IEnumerable<NumberedSource> sources, Lang lang)
    {
        return [.. sources.Select(source => new CitedSource(Name(source, lang), string.Join("; ", Periods(source, lang))))];
    }

    private static string Name(NumberedSource source, Lang lang) =>
        source.Clause is null ? source.Document : AnswerCardTexts.DocumentClause.With(lang, source.Document, source.Clause);

    private static IEnumerable<JsonObject> Sources(Answer answer, IReadOnlyList<NumberedSource> sources, Lang lang)
    {
        if (sources.Count == 0)
        {
            yield break;
        }

        yield return Heading(AnswerCardTexts.Sources[lang]);
        var periods = sources.SelectMany(source => Periods(source, lang)).Distinct(StringComparer.Ordinal).ToList();
        // The text already states the period of the answer; it is repeated only where the sources differ.
        var isInText = periods is [var only] && answer.Text.Contains(only, StringComparison.Ordinal);
        foreach (var source in sources)
        {
            var name = Name(source, lang);
            yield return Text(source.Number is { } number ? $"{MessageEntity.Mark(number)} **{name}**" : $"**{name}**");
            foreach (var period in isInText ? [] : Periods(source, lang))
            {
                yield return Small(period);
            }
        }
    }

    private static IEnumerable<string> Periods(NumberedSource source, Lang lang) =>
        source.Citations.Select(citation => Validity(citation, lang)).Distinct(StringComparer.Ordinal);

    private static string Validity(Citation citation, Lang lang)
    {
        var onDay = LocalFormat.Day(citation.Checked, lang);
        return citation switch
        {
            { InForceFrom: { } from, InForceUntil: { } until } => AnswerCardTexts.InForceUntil.With(
                lang,
                LocalFormat.Day(from, lang),
                LocalFormat.Day(until, lang),
                onDay
            ),
            { InForceFrom: { } from } => AnswerCardTexts.InForce.With(lang, LocalFormat.Day(from, lang), onDay),
            _ => AnswerCardTexts.Checked.With(lang, onDay),
        };
    }

    private static IEnumerable<JsonObject> Section(AnswerSection section, string id) =>
        [Actions(Toggle(section.Heading, id)), Container(id, isVisible: false, Text(section.Markdown))];

    private static IEnumerable<JsonObject> Questions(IReadOnlyList<FollowUp> followUps, Lang lang) =>
        followUps.Count == 0
            ? []
            :
            [
                Small(AnswerCardTexts.Related[lang]),
                .. followUps.Select(next => QuestionButton(next.Question, CardActions.AskData(next.Question))),
            ];
}
