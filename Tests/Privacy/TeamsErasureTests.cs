using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>On Teams a conversation keeps its id: it begins anew after the erasure; in a group others keep what they wrote.</summary>
public sealed class TeamsErasureTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_personal_chat_begins_anew_and_nothing_remains_when_the_person_is_silent()
    {
        await using var host = await TeamsHost.StartAsync(folder);
        var chat = new TeamsChat();
        await host.SayAsync(chat.Message($"xin chào {PrivacyChat.Marker}"));
        await host.SayAsync(chat.Message("xóa dữ liệu của tôi"));
        var receipt = (await host.SayAsync(chat.Message("đồng ý")))[^1].Text!;
        Assert.Contains("Đã xóa dữ liệu", receipt, StringComparison.Ordinal);
        Assert.Contains("Microsoft", receipt, StringComparison.Ordinal);
        Assert.Empty(await FindTablesAsync(host, PrivacyChat.Marker));

        host.Time.Advance(TimeSpan.FromMinutes(11));
        await host.WaitUntilIdleAsync();
        await host.Get<ErasureWorker>().RunAsync(default);
        await using (var db = await OpenAsync(host))
        {
            Assert.Equal(0, await db.Set<ActivityRow>().CountAsync());
            Assert.Equal(0, await db.Set<ConversationRow>().CountAsync());
            Assert.Equal(0, await db.Set<ConversationReferenceRow>().CountAsync());
        }

        Assert.NotEmpty(await host.SayAsync(chat.Message("xin chào lại")));
        await using var after = await OpenAsync(host);
        Assert.Equal(1, await after.Set<ConversationUserRow>().CountAsync());
        Assert.Equal(1, await after.Set<ConversationReferenceRow>().CountAsync());
    }

    [Fact]
    public async Task In_a_group_only_the_messages_of_the_person_and_the_replies_to_them_are_erased()
    {
        await using var host = await TeamsHost.StartAsync(folder);
        var an = new TeamsChat("19:group@thread.v2", type: "groupChat");
        var binh = new TeamsChat("19:group@thread.v2", "29:binh", "groupChat");
        await host.SayAsync(an.Mention($"xin chào {PrivacyChat.Marker}"));
        await host.SayAsync(binh.Mention("xin chào OTHERPERSON"));
        await host.SayAsync(an.Mention("xóa dữ liệu của tôi"));
        Assert.Contains("Đã xóa dữ liệu", (await host.SayAsync(an.Mention("đồng ý")))[^1].Text!, StringComparison.Ordinal);

        Assert.Empty(await FindTablesAsync(host, PrivacyChat.Marker));
        Assert.Contains("Activities.Json", await FindTablesAsync(host, "OTHERPERSON"));
        await using var db = await OpenAsync(host);
        var senders = (await db.Set<ActivityRow>().AsNoTracking().ToListAsync())
            .Where(row => row.Direction == Direction.Inbound)
            .Select(row => SchemaJson.FromJson<Activity>(row.Json)!.From!.Id);
        Assert.Equal(["29:binh"], senders.Distinct());
    }

    private static Task<AssistantDb> OpenAsync(TeamsHost host) => host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();

    private static async Task<IReadOnlyList<string>> FindTablesAsync(TeamsHost host, string text)
    {
        await using var db = await OpenAsync(host);
        return await MarkerSearch.FindTablesAsync(db, text);
    }
}
