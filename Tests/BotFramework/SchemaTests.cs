using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Tests.BotFramework;

public sealed class SchemaTests
{
    [Fact]
    public void Unknown_properties_survive_the_round_trip_at_every_level()
    {
        const string json = """
            {"type":"mystery","id":"1","new":{"a":[1,2.50,null]},
             "from":{"id":"u","team":{"x":1}},"conversation":{"id":"c","threads":[1]},
             "entities":[{"type":"https://schema.org/Message","@type":"Message","@id":""}],
             "attachments":[{"contentType":"x","content":"text","extra":true}],
             "suggestedActions":{"actions":[{"type":"imBack","title":"t","value":{"n":1},"hint":"h"}],"more":1},
             "channelData":{"clientActivityID":"q"},"value":"a string","relatesTo":{"activityId":"9","k":1}}
            """;

        var written = SchemaJson.ToJson(SchemaJson.FromJson<Activity>(json)!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Any_text_survives_the_round_trip_unchanged()
    {
        string[] samples = ["Nghị định", "Nghị định".Normalize(NormalizationForm.FormD), "👩🏽‍💼🇻🇳", "a\u200bb", "\0\t\"\\"];
        Assert.All(samples, text => Assert.Equal(text, RoundTrip(text)));
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Filter(s => IsUtf16(s.Get)), s => RoundTrip(s.Get) == s.Get)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Vietnamese_is_written_unescaped_and_nulls_are_omitted() =>
        Assert.Equal("""{"type":"message","text":"Hà Nội"}""", SchemaJson.ToJson(new Activity { Type = "message", Text = "Hà Nội" }));

    [Theory]
    [InlineData("""{"type":"message","type":"event"}""")]
    [InlineData("""{"type":"message","value":{"a":1,"a":2}}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message" """)]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    public void Malformed_json_is_refused(string json) => Assert.Throws<JsonException>(() => SchemaJson.FromJson<Activity>(json));

    [Fact]
    public void A_reply_is_addressed_to_the_sender_of_the_message()
    {
        var inbound = SchemaJson.FromJson<Activity>(
            """
            {"type":"message","id":"7","channelId":"directline","serviceUrl":"https://s/","locale":"vi-VN",
             "from":{"id":"u","name":"Khách"},"recipient":{"id":"b"},"conversation":{"id":"c"}}
            """
        )!;

        var reply = MessageFactory.Text("chào").ApplyConversationReference(inbound.GetConversationReference());

        Assert.Equal(
            ("b", RoleTypes.Bot, "u", "c", "7", "https://s/", "vi-VN"),
            (reply.From?.Id, reply.From?.Role, reply.Recipient?.Id, reply.Conversation?.Id, reply.ReplyToId, reply.ServiceUrl, reply.Locale)
        );
    }

    private static string? RoundTrip(string text) => SchemaJson.FromJson<Activity>(SchemaJson.ToJson(new Activity { Text = text }))!.Text;

    private static bool IsUtf16(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
