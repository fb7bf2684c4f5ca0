using PolicyAssistantBot.Tests.Cards;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>Channels cut the title of a button at the end of the line: "…doanh nghiệp nhỏ và vừ". Articles have titles of up to 84
/// characters.</summary>
public sealed class WholeQuestionOnAButtonTests
{
    /// <summary>The number of characters of a button title that a 320 px card shows.</summary>
    private const int MaxShownCharacters = 40;

    [Fact]
    public void A_question_button_wraps_and_other_buttons_have_short_titles()
    {
        foreach (var catalogued in CardCatalogue.All)
        {
            foreach (var button in TestConversation.Find(catalogued.Card.Content!, node => node.ContainsKey("actions")))
            {
                Assert.All(
                    button["actions"]!.AsArray(),
                    action => Assert.InRange(action!["title"]!.ToString().Length, 1, MaxShownCharacters)
                );
            }

            foreach (var pressed in TestConversation.Find(catalogued.Card.Content!, node => node.ContainsKey("selectAction")))
            {
                Assert.True(pressed["items"]![0]!["wrap"]!.GetValue<bool>());
                Assert.Equal(pressed["items"]![0]!["text"]!.ToString(), pressed["selectAction"]!["title"]!.ToString());
            }
        }
    }
}
