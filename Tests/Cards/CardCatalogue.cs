using System.Reflection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Cards;

/// <summary>A card of the product, with the method that builds it.</summary>
internal sealed record CataloguedCard(string Builder, string Name, Lang Lang, Attachment Card)
{
    public override string ToString() => $"{Name} ({Lang.Code()})";
}

/// <summary>Every card of the product in both languages, for tests of all cards.</summary>
internal static class CardCatalogue
{
    private static readonly Dictionary<string, string> UnfinishedValues = new()
    {
        ["TaxCode"] = "123",
        ["Ward"] = "Hà Đông",
        ["Sector"] = "trồng nấm",
    };

    private static readonly CaseStatus[] Statuses =
    [
        CaseStatus.Submitted,
        CaseStatus.Assigned,
        CaseStatus.WaitingForAsker,
        CaseStatus.Answered,
        CaseStatus.Closed,
        CaseStatus.Reopened,
        CaseStatus.Forwarded,
        CaseStatus.Withdrawn,
    ];

    public static IReadOnlyList<CataloguedCard> All { get; } = [.. CreateCards(Lang.Vi), .. CreateCards(Lang.En)];

    /// <summary>The methods of the product that build a card, as <c>WelcomeCard.Build</c>.</summary>
    public static IReadOnlyList<string> Builders { get; } =
    [
        .. typeof(WelcomeCard)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(WelcomeCard).Namespace && type != typeof(CardJson))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.ReturnType == typeof(Attachment))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<CataloguedCard> CreateCards(Lang lang)
    {
        CataloguedCard Card(string builder, string name, Attachment? card) => new(builder, name, lang, Assert.IsType<Attachment>(card));

        yield return Card("WelcomeCard.Build", "welcome", WelcomeCard.Build(lang));
        foreach (var (name, answer) in CreateAnswers(lang))
        {
            yield return Card("AnswerCard.Build", name, AnswerCard.Build(answer, CitedText.Create(answer).Sources, [], "a1"));
        }

        var form = new RequestForm { Id = "1", TypedValues = new Dictionary<string, string>(UnfinishedValues) };
        var reading = RequestFormReader.Read(RequestFields.Default, form, lang);
        yield return Card(
            "RequestFormCard.Build",
            "form",
            RequestFormMessages.BuildForm(form, reading, lang, showProblems: false).Attachments![0]
        );
        yield return Card(
            "RequestFormCard.Build",
            "form with problems",
            RequestFormMessages.BuildForm(form, reading, lang, true).Attachments![0]
        );
        yield return Card("RequestSummaryCard.Build", "summary", RequestFormMessages.BuildSummary(form, reading, lang).Attachments![0]);
        yield return Card("ReadinessCard.Build", "readiness", CreateReadinessCard(lang));
        yield return Card("DownVoteCards.BuildReasons", "reasons", DownVoteCards.BuildReasons("a1", lang));
        yield return Card("DownVoteCards.BuildAlternatives", "instead", DownVoteCards.BuildAlternatives("a1", ["Vay vốn thế nào?"], lang));
        yield return Card("RatingCard.Build", "rating", RatingCard.Build("HN-2026-000123-7", lang));
        foreach (var status in Statuses)
        {
            var stored = Sample.WithStatus(status);
            yield return Card("CaseCard.Status", $"case {status}", CaseCard.Status(stored.Request, stored.History[^1], lang));
            yield return Card("ChannelCaseCard.Build", $"channel case {status}", CreateChannelCaseCard(stored, lang));
        }

        yield return Card(
            "CaseCard.List",
            "cases",
            CaseCard.List([Sample.Submitted().Request, Sample.WithStatus(CaseStatus.Closed).Request], lang)
        );
    }

    private static IEnumerable<(string Name, Answer Answer)> CreateAnswers(Lang lang)
    {
        var pipeline = TestArticles.Pipeline();
        var question = lang == Lang.En ? "Is there support for buying warehouse software?" : "Mua phần mềm kho có được hỗ trợ không?";
        var answered = pipeline.Ask(new Question(question, lang) { IsLanguageFixed = true });
        yield return ("answer", answered);
        yield return ("answer that offers a guide", answered with { Guide = new Guide { Kind = GuideKind.Tax } });
        yield return (
            "expired",
            pipeline.Ask(
                new Question(lang == Lang.En ? "Do cafés still pay presumptive tax?" : "Quán cà phê còn đóng thuế khoán không?", lang)
                {
                    IsLanguageFixed = true,
                }
            )
        );
        yield return ("clarify", new Answer.Clarify("?", lang, 1, [new FollowUp("a", "A"), new FollowUp("b", "B")]));
        yield return ("unanswerable", new Answer.Unanswerable("?", lang, 1) { FollowUps = [new FollowUp("a", "A")], OffersRequest = true });
        yield return ("personal", new Answer.Personal("?", lang, 1) { OffersRequest = true });
        yield return ("out of scope", new Answer.OutOfScope("?", lang, 1));
    }

    private static Attachment CreateReadinessCard(Lang lang) =>
        ReadinessCard.Build(
            SupplierReadiness.Evaluate(
                BuyerSector.Electronics,
                SupplierReadiness
                    .GetRequirements(BuyerSector.Electronics)
                    .Skip(1)
                    .ToDictionary(r => r.Key, r => r.Key == "profile", StringComparer.Ordinal)
            ),
            lang,
            new DateOnly(2026, 11, 22),
            key => $"Article {key}",
            "https://troly.example.vn/readiness/print"
        );

    private static Attachment CreateChannelCaseCard(CaseWithHistory stored, Lang lang) =>
        new ChannelCaseCardFactory(
            Options.Create(new OfficialsChannelOptions { Language = lang, PublicUrl = new Uri("https://troly.example.vn") }),
            RequestFields.Default,
            DeskActions.Default,
            DeadlineDefinitions.Default,
            new FakeTime()
        ).CreateCard(stored.Request, stored.History[^1], notice: "!", reader: "29:lan");
}
