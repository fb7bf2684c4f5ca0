using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The same activity as formatted for each channel.</summary>
public sealed class ChannelFormatterTests
{
    [Theory]
    [InlineData(ChannelIds.Directline)]
    [InlineData(ChannelIds.Webchat)]
    public void Case82_The_web_gets_no_Action_Execute(string channel)
    {
        var message = MessageFactory.Attachment(RequestSummaryCard.Build("f", 1, Lang.Vi, [("Tên", "An")], []));
        message.Entities = [MessageEntity.Create([new CitedSource("70/2022/NĐ-CP", null)], isGenerated: false)];
        var card = ChannelFormatter.Format(channel, [message])[0].Attachments![0].Content!;

        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fallback", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(card["refresh"]);
        Assert.Null(message.Entities);
        Assert.Equal(
            [CardActions.ConfirmForm, CardActions.EditForm, CardActions.CancelForm],
            TestConversation
                .Find(card, node => node["type"]?.ToString() == "Action.Submit")
                .Select(action => action["data"]!["action"]!.ToString())
        );
    }

    [Fact]
    public void Case85_Of_21_citations_20_are_kept_with_their_numbers()
    {
        var message = MessageFactory.Text("Theo quy định [1] và [2].");
        message.Entities =
        [
            MessageEntity.Create(
                [.. Enumerable.Range(1, 21).Select(i => new CitedSource(new string('x', 100), new string('y', 200)))],
                isGenerated: false
            ),
        ];
        ChannelFormatter.Format(ChannelIds.Msteams, [message]);

        var claims = message.Entities[0].Properties!["citation"].EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 20), claims.Select(c => c.GetProperty("position").GetInt32()));
        Assert.All(claims, claim => Assert.Contains($"[{claim.GetProperty("position")}]", message.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("[21]", message.Text, StringComparison.Ordinal);
        Assert.Equal(1, message.Text!.Split("[1]").Length - 1);
        Assert.All(
            claims,
            claim =>
                Assert.Equal(
                    (80, 160),
                    (
                        claim.GetProperty("appearance").GetProperty("name").GetString()!.Length,
                        claim.GetProperty("appearance").GetProperty("abstract").GetString()!.Length
                    )
                )
        );
    }

    [Fact]
    public void Case89_Text_that_looks_like_a_mention_is_escaped()
    {
        var message = MessageFactory.Text("Gửi <at>mọi người</at> nhé");
        ChannelFormatter.Format(ChannelIds.Msteams, [message]);
        Assert.Equal("Gửi &lt;at&gt;mọi người&lt;/at&gt; nhé", message.Text);
    }

    [Fact]
    public void Case89_Only_an_entity_counts_as_a_mention()
    {
        var chat = new TeamsChat();
        var typed = chat.Message("<at>Trợ lý</at> viết tay");
        Mentions.RemoveRecipientMentions(typed);
        Assert.Equal("<at>Trợ lý</at> viết tay", typed.Text);

        var named = chat.Mention("hỏi <at>Trợ lý</at>");
        Mentions.RemoveRecipientMentions(named);
        Assert.Equal("hỏi <at>Trợ lý</at>", named.Text);
    }

    [Fact]
    public void Case92_Teams_gets_at_most_three_suggestions_with_their_recipients()
    {
        var message = MessageFactory.SuggestedActions(["a", "b", "c", "d"], "?");
        message.Recipient = new ChannelAccount { Id = "29:an" };
        ChannelFormatter.Format(ChannelIds.Msteams, [message]);
        Assert.Equal((3, "29:an"), (message.SuggestedActions!.Actions!.Count, Assert.Single(message.SuggestedActions.To!)));

        var web = MessageFactory.SuggestedActions(["a", "b", "c", "d"], "?");
        ChannelFormatter.Format(ChannelIds.Directline, [web]);
        Assert.Equal(4, web.SuggestedActions!.Actions!.Count);
    }

    [Fact]
    public void A_card_refreshes_only_for_its_recipient()
    {
        var message = MessageFactory.Attachment(RequestSummaryCard.Build("f", 1, Lang.En, [], []));
        message.Recipient = new ChannelAccount { Id = "29:an" };
        ChannelFormatter.Format(ChannelIds.Msteams, [message]);
        var refresh = message.Attachments![0].Content!["refresh"]!;
        Assert.Equal(
            ("Action.Execute", "29:an"),
            (refresh["action"]!["type"]!.ToString(), ((JsonArray)refresh["userIds"]!).Single()!.ToString())
        );
    }
}
