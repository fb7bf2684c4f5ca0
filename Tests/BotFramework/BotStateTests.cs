using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework;

public sealed class BotStateTests
{
    private static readonly ConversationState Conversation = new();
    private static readonly PrivateConversationState Private = new();

    private readonly StateDocument loaded = new(
        "c",
        JsonNode.Parse("""{"note":{"text":"Hà Nội"},"other":[1,2],"user:u1":{"note":{"text":"mine"}}}""")!.AsObject(),
        7
    );

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var context = CreateContext();
        Assert.Equal("Hà Nội", (await Conversation.CreateProperty<Note>("note").GetAsync(context))!.Text);
        Assert.Equal("mine", (await Private.CreateProperty<Note>("note").GetAsync(context))!.Text);
        Assert.Empty(StateCache.GetChangedDocuments(context));
    }

    [Fact]
    public async Task A_changed_object_is_stored_with_the_loaded_version_and_other_properties_stay()
    {
        var context = CreateContext();
        (await Conversation.CreateProperty<Note>("note").GetAsync(context))!.Text = "Hanoi";

        var changed = Assert.Single(StateCache.GetChangedDocuments(context));
        Assert.Equal(7, changed.Version);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"note":{"text":"Hanoi"},"other":[1,2],"user:u1":{"note":{"text":"mine"}}}"""),
                changed.Data
            )
        );
        Assert.Equal("Hà Nội", loaded.Data["note"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Within_a_turn_every_reader_gets_the_same_object()
    {
        var context = CreateContext();
        var note = await Conversation.CreateProperty<Note>("note").GetAsync(context);
        Assert.Same(note, await Conversation.CreateProperty<Note>("note").GetAsync(context));
    }

    [Fact]
    public async Task Set_delete_and_clear_change_only_their_own_part_of_the_state()
    {
        var context = CreateContext();
        await Conversation.CreateProperty<Note>("note").DeleteAsync(context);
        await Private.CreateProperty<Note>("more").SetAsync(context, new Note { Text = "x" });
        var changed = StateCache.GetChangedDocuments(context);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"other":[1,2],"user:u1":{"note":{"text":"mine"},"more":{"text":"x"}}}"""),
                changed[0].Data
            )
        );
        Assert.Single(changed);

        await Private.ClearStateAsync(context);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"other":[1,2]}"""), StateCache.GetChangedDocuments(context)[0].Data));
    }

    [Fact]
    public async Task A_value_with_an_unexpected_type_counts_as_missing()
    {
        var context = CreateContext();
        Assert.Equal(
            "fresh",
            (await Conversation.CreateProperty<Note>("other").GetAsync(context, () => new Note { Text = "fresh" }))!.Text
        );
    }

    private TurnContext CreateContext() => new(TurnHarness.Message("x"), new TurnStates(loaded));

    private sealed class Note
    {
        public string Text { get; set; } = "";
    }
}
