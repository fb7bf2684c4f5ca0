using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Cards;

/// <summary>Rules for all cards in both languages.</summary>
public sealed class CardTests
{
    public static TheoryData<string> Cards() => [.. CardCatalogue.All.Select(card => card.ToString())];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_fits_a_narrow_screen_and_every_channel(string name)
    {
        var catalogued = CardCatalogue.All.First(card => card.ToString() == name);
        var card = catalogued.Card.Content!.DeepClone();
        WebChatFormatter.ReplaceExecuteActions(card.AsObject());
        var nodes = TestConversation.Find(card, node => node.ContainsKey("type")).ToList();

        Assert.Equal(("1.5", catalogued.Lang.Code()), (card["version"]!.ToString(), card["lang"]!.ToString()));
        Assert.DoesNotContain(
            nodes,
            node => node["type"]!.ToString() is "ColumnSet" or "Table" or "Action.Execute" or "Image" or "FactSet"
        );
        Assert.All(nodes.Where(node => node["type"]!.ToString() == "TextBlock"), block => Assert.True(block["wrap"]!.GetValue<bool>()));
        Assert.All(
            nodes.Where(node => node["type"]!.ToString().StartsWith("Input.", StringComparison.Ordinal)),
            input => Assert.NotNull(input["label"])
        );
        Assert.All(
            nodes.Where(node => node["type"]!.ToString() == "ActionSet"),
            set => Assert.InRange(set["actions"]!.AsArray().Count, 1, 5)
        );
        var ids = nodes.Select(node => node["id"]?.ToString()).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(card.ToJsonString(SchemaJson.Options).Length, 100, 25_000);
    }

    [Fact]
    public void User_input_is_never_rendered_as_markup()
    {
        var form = new RequestForm { Id = "1", TypedValues = { ["EnterpriseName"] = "[click](https://evil.example) **x**" } };
        var card = RequestFormMessages
            .BuildSummary(form, RequestFormReader.Read(RequestFields.Default, form, Lang.Vi), Lang.Vi)
            .Attachments![0]
            .Content!;
        Assert.DoesNotContain(
            TestConversation.Find(card, node => node["type"]?.ToString() == "TextBlock"),
            block => block["text"]!.ToString().Contains("evil", StringComparison.Ordinal)
        );
        Assert.Contains(
            TestConversation.Find(card, node => node["type"]?.ToString() == "TextRun"),
            run => run["text"]!.ToString().Contains("evil", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_source_shows_its_clause_its_period_and_the_check_date()
    {
        var answer = TestArticles.Pipeline().Ask(new Question("Mua phần mềm kho có được hỗ trợ không?", Lang.Vi));
        var card = AnswerCard.Build(answer, CitedText.Create(answer).Sources, [], "a1")!.Content!.ToJsonString(SchemaJson.Options);
        Assert.Contains("70/2022/NĐ-CP, Điều 7 khoản 1", card, StringComparison.Ordinal);
        Assert.Equal(
            (1, 0),
            (CountOccurrences(answer.Text, "Có hiệu lực từ 01/01/2022; kiểm tra ngày 20/11/2026"), CountOccurrences(card, "Có hiệu lực"))
        );
    }

    [Fact]
    public void Sources_with_different_periods_show_them()
    {
        var answer = TestArticles.Pipeline().Ask(new Question("Quán cà phê còn đóng thuế khoán không?", Lang.Vi));
        var card = AnswerCard.Build(answer, CitedText.Create(answer).Sources, [], "a1")!.Content!.ToJsonString(SchemaJson.Options);
        Assert.Contains("Có hiệu lực từ 01/08/2021 đến hết 31/12/2025", card, StringComparison.Ordinal);
        Assert.Contains("Có hiệu lực từ 01/01/2026; kiểm tra", card, StringComparison.Ordinal);
    }

    private static int CountOccurrences(string text, string part) => text.Split(part).Length - 1;
}
