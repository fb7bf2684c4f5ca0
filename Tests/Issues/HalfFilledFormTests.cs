using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>
/// A form that was unfinished before fields had definitions continues: its values are stored by the same names, and its prompt contains
/// only the name of the field.
/// </summary>
public sealed partial class HalfFilledFormTests
{
    [Fact]
    public async Task A_form_stored_with_only_the_field_name_continues()
    {
        using var host = new ConversationHost();
        await host.InitializeAsync();
        var chat = new TestConversation(host);
        await chat.SayAsync("gửi yêu cầu");
        foreach (var answer in new[] { "Công ty TNHH Hoàng Đạt", "0100109106", "Phường Cầu Giấy", "Thương mại, dịch vụ" })
        {
            await chat.SayAsync(answer);
        }

        foreach (var answer in new[] { "bỏ qua", "bỏ qua", "bỏ qua" })
        {
            await chat.SayAsync(answer);
        }

        Assert.Contains("Yêu cầu của anh/chị thuộc loại nào?", chat.LastText, StringComparison.Ordinal);
        await using (var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            var row = (await db.Set<StateRow>().ToListAsync()).Single(state => state.Json.Contains("0100109106", StringComparison.Ordinal));
            Assert.Contains("\"TaxCode\":\"0100109106\"", row.Json, StringComparison.Ordinal);
            Assert.Contains("\"asking\":\"Kind\"", row.Json, StringComparison.Ordinal);
            var before = StoredPromptRegex().Replace(row.Json, "\"validations\":\"Kind\"");
            Assert.NotEqual(row.Json, before);
            row.Json = before;
            await db.SaveChangesAsync();
        }

        await host.RestartAsync();
        await chat.SayAsync("2");
        Assert.Contains("mô tả nội dung", chat.LastText, StringComparison.Ordinal);
        await chat.SayAsync("Chúng tôi cần vay vốn để mua máy cho nhà xưởng.");
        await chat.SayAsync("Phạm Hoàng Đạt");
        await chat.SayAsync("0912345678");
        await chat.SayAsync("bỏ qua");
        await chat.SayAsync("đồng ý");
        await chat.SayAsync("đồng ý");
        Assert.NotEmpty(
            TestConversation.Find(chat.Card!, node => node["text"]?.ToString().Contains("Vốn, tài chính", StringComparison.Ordinal) == true)
        );
        await host.DisposeAsync();
    }

    [Fact]
    public void Values_of_an_older_prompt_belong_to_the_field()
    {
        var (field, values, wording) = FieldPromptData.FromJson(JsonValue.Create("Kind"));

        Assert.Equal(("Kind", null), (field, wording));
        Assert.Equal(["Support", "Financing", "SupplierStandards", "Difficulty", "Other"], values);
    }

    [GeneratedRegex("\"validations\":\\{[^}]*\\}")]
    private static partial Regex StoredPromptRegex();
}
