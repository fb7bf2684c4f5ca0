using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Cards;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.JsClients;

/// <summary>Every card of the product, read by Microsoft's own library, as Teams gets it and as the web gets it.</summary>
public sealed class CardSchemaTests : IClassFixture<JsClientPackages>
{
    [Fact]
    public void The_catalogue_holds_a_card_of_every_builder() =>
        Assert.Equal(CardCatalogue.Builders.Order(StringComparer.Ordinal), CardCatalogue.All.Select(c => c.Builder).Distinct().Order());

    [JsClientFact]
    public async Task The_library_finds_nothing_wrong_with_any_card()
    {
        var cards = new JsonArray();
        foreach (var catalogued in CardCatalogue.All)
        {
            cards.Add((JsonNode)new JsonObject { ["name"] = $"{catalogued}", ["card"] = catalogued.Card.Content!.DeepClone() });
            var onTheWeb = catalogued.Card.Content!.DeepClone().AsObject();
            WebChatFormatter.ReplaceExecuteActions(onTheWeb);
            cards.Add((JsonNode)new JsonObject { ["name"] = $"{catalogued}, web", ["card"] = onTheWeb });
        }

        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "cards.json");
        await File.WriteAllTextAsync(file, cards.ToJsonString(SchemaJson.Options));
        Assert.Equal("", (await JsClientPackages.RunAsync("node", TimeSpan.FromSeconds(60), "cards.mjs", file)).Trim());
    }
}
