using PolicyAssistantBot.Tests.Cards;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>
/// The consent checkbox had a title and no label: Web Chat rendered the whole request form as an empty box. See also
/// <see cref="JsClients.CardSchemaTests"/> and <see cref="JsClients.WebChatProductTests"/>.
/// </summary>
public sealed class ConsentTickLabelTests
{
    [Fact]
    public void Every_input_has_a_label()
    {
        var inputs = CardCatalogue
            .All.SelectMany(catalogued =>
                TestConversation.Find(
                    catalogued.Card.Content!,
                    node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true
                )
            )
            .ToList();
        Assert.Contains(inputs, input => input["type"]!.ToString() == "Input.Toggle");
        Assert.All(inputs, input => Assert.NotEqual("", $"{input["label"]}".Trim()));
    }
}
