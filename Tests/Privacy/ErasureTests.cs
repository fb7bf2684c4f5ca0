using System.Net;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>
/// "Delete my data" removes the person's text everywhere: a marker that was planted in messages, files, file names, a form, a case, mails
/// and votes is nowhere afterwards, neither in a table nor in any byte of the data folder.
/// </summary>
public sealed class ErasureTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task A_marker_planted_everywhere_is_nowhere_after_erasure(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database);
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        Assert.True((await FindTablesAsync(chat)).Count > 8, string.Join(", ", await FindTablesAsync(chat)));

        Assert.Contains("không khôi phục được", await chat.SayAsync("xóa dữ liệu của tôi"), StringComparison.Ordinal);
        var receipt = await chat.SayAsync("đồng ý");
        Assert.Contains("Đã xóa dữ liệu của anh/chị", receipt, StringComparison.Ordinal);
        Assert.Contains(number.ToString(), receipt, StringComparison.Ordinal);
        Assert.Empty(await FindTablesAsync(chat));

        await chat.FinishErasureAsync();
        Assert.Empty(await FindTablesAsync(chat));
        if (database == DatabaseKind.Sqlite)
        {
            Assert.Empty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker));
        }

        await using var db = await chat.OpenDbAsync();
        var erasure = await db.Set<ErasureRow>().SingleAsync();
        Assert.Equal((ErasureState.Completed, null, null), (erasure.State, erasure.UserId, erasure.Remaining));
        Assert.Equal(ErasureRow.ComputeUserHash("directline", PrivacyChat.User), erasure.UserHash);
    }

    [Fact]
    public async Task The_history_of_an_erased_case_still_verifies_and_says_that_it_was_erased()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        await chat.EraseAsync();

        var stored = (await chat.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        Assert.Equal(CaseEventKind.Erased, stored.History[^1].Kind);
        Assert.NotNull(stored.Request.ErasedAt);
        Assert.Null(stored.Request.Facts.Content);
        Assert.All(stored.History, e => Assert.Null(e.Text));
        Assert.Empty((await chat.Host.Get<HistoryVerifier>().VerifyAsync(default)).BrokenHistories);

        // An official cannot continue it.
        var outcome = await chat
            .Host.Get<CaseCommandRunner>()
            .ChangeAsync(number, s => CaseRules.Reopen(s, s.Command(Sample.Lan), "Mở lại"), default);
        Assert.IsType<CaseDecision.Refused>(outcome!.Decision);
    }

    [Fact]
    public async Task Tokens_of_an_erased_conversation_answer_404()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var resume = await chat.StartWithWidgetAsync();
        await chat.SayAsync($"xin chào {PrivacyChat.Marker}");
        await chat.EraseAsync();

        // The confirmation can be read for some minutes; nothing else can be done with the token.
        var page = await chat.Web.PollAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(PrivacyChat.Marker, page.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.Web.SayAsync("còn đó không")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.Web.StartAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.Web.RefreshAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, await chat.ResumeAsync(resume));

        chat.Host.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.NotFound, (await chat.Web.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chat.Web.ReconnectAsync(null)).Status);
    }

    [Fact]
    public async Task Another_answer_erases_nothing_and_other_people_keep_their_data()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var other = await chat.StartOtherAsync("dl_binh");
        await chat.SayAsync($"xin chào {PrivacyChat.Marker}");
        await chat.SayAsync("xóa dữ liệu của tôi");
        Assert.Contains("chưa xóa gì", await chat.SayAsync("thôi khỏi"), StringComparison.Ordinal);
        Assert.Contains("Activities.Json", await FindTablesAsync(chat));

        await chat.EraseAsync();
        Assert.Contains("OTHERPERSON", (await other.PollAsync()).Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_case_is_withdrawn_before_the_erasure_if_the_person_wishes()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var number = await chat.PlantAsync();
        Assert.Contains("đang được xử lý", await chat.SayAsync("xóa dữ liệu của tôi"), StringComparison.Ordinal);
        Assert.Contains("Đã xóa dữ liệu", await chat.SayAsync("1"), StringComparison.Ordinal);
        await chat.FinishErasureAsync();

        var stored = (await chat.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Equal([CaseEventKind.Withdrawn, CaseEventKind.Erased], stored.History.TakeLast(2).Select(e => e.Kind));
        Assert.Empty(await FindTablesAsync(chat));
    }

    [Fact]
    public async Task An_open_case_can_be_finished_first_and_is_erased_some_days_later()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var number = await chat.PlantAsync();
        await chat.SayAsync("xóa dữ liệu của tôi");
        Assert.Contains("đang xử lý", await chat.SayAsync("2"), StringComparison.Ordinal);
        await chat.FinishErasureAsync();
        await using (var db = await chat.OpenDbAsync())
        {
            // The officials' channel still shows the case.
            var rows = await db.Set<ActivityRow>().AsNoTracking().ToListAsync();
            Assert.Equal(
                ["msteams/conversations/19:officials@thread.tacv2"],
                rows.Where(a => a.Json.Contains(PrivacyChat.Marker, StringComparison.Ordinal)).Select(a => a.ConversationKey).Distinct()
            );
        }

        Assert.Contains(
            PrivacyChat.Marker,
            (await chat.Host.Get<CaseStore>().FindAsync(number, default))!.Request.Facts.Content!,
            StringComparison.Ordinal
        );

        // The answer still arrives in the chat.
        await chat.CloseCaseAsync(number);
        Assert.Contains(
            "đã đóng yêu cầu",
            (await chat.First!.PollAsync()).Json!.ToJsonString(PrivacyChat.Readable),
            StringComparison.Ordinal
        );
        await chat.FinishErasureAsync();
        Assert.NotEmpty(await FindTablesAsync(chat));

        chat.Host.Time.Jump(TimeSpan.FromDays(8));
        await chat.FinishErasureAsync();
        Assert.Empty(await FindTablesAsync(chat));
        Assert.Equal(CaseEventKind.Erased, (await chat.Host.Get<CaseStore>().FindAsync(number, default))!.History[^1].Kind);
    }

    private static async Task<IReadOnlyList<string>> FindTablesAsync(PrivacyChat chat)
    {
        await using var db = await chat.OpenDbAsync();
        return await MarkerSearch.FindTablesAsync(db, PrivacyChat.Marker);
    }
}
