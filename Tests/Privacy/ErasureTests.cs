using System.Net;
using System.Text.Json.Nodes;
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
/// "Delete my data" removes the person's text everywhere: a random marker that was planted in messages, files, file names, a form, a case,
/// mails, notes, votes and the person's name is nowhere afterwards, neither in a table nor in any byte of the data folder.
/// </summary>
public sealed class ErasureTests : IDisposable
{
    /// <summary>Where the marker has to be before the erasure, so that the test does not pass because nothing was planted.</summary>
    private static readonly string[] Planted =
    [
        "Activities.Json",
        "AddressConfirmations.Address",
        "Answers.Question",
        "CaseFiles.Name",
        "CaseNotes.Text",
        "CaseRatings.Word",
        "Mails.Text",
        "RequestEvents.Text",
        "Requests.Facts",
        "Requests.SearchText",
        "States.Json",
        "Votes.Comment",
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task A_marker_planted_everywhere_is_nowhere_after_erasure(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database);
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        Assert.Empty(Planted.Except(await FindTablesAsync(chat), StringComparer.Ordinal));
        Assert.NotEmpty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker));
        var export = await chat.OpenExportAsync();
        Assert.Contains(PrivacyChat.Marker, await chat.Host.Http.GetStringAsync(export), StringComparison.Ordinal);

        Assert.Contains("không khôi phục được", await chat.SayAsync("xóa dữ liệu của tôi"), StringComparison.Ordinal);
        var receipt = await chat.SayAsync("đồng ý");
        Assert.Contains("Đã xóa dữ liệu của anh/chị", receipt, StringComparison.Ordinal);
        Assert.Contains(number.ToString(), receipt, StringComparison.Ordinal);
        Assert.Empty((await FindTablesAsync(chat)).Except(["Activities.Json"])); // The confirmation is addressed to the person by name.
        Assert.Empty(await FindConversationsAsync(chat));

        await chat.FinishErasureAsync();
        Assert.Empty(await FindTablesAsync(chat));
        Assert.DoesNotContain(
            PrivacyChat.Marker,
            await (await chat.Host.Http.GetAsync(export)).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker)); // With SQLite also the database and its log.

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

        // The officials' channel still shows the case.
        Assert.Equal(["msteams/conversations/19:officials@thread.tacv2"], await FindConversationsAsync(chat));

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

    /// <summary>The conversations with the marker in an activity, wherever it is but in the name of sender or recipient.</summary>
    private static async Task<IEnumerable<string>> FindConversationsAsync(PrivacyChat chat)
    {
        await using var db = await chat.OpenDbAsync();
        var rows = await db.Set<ActivityRow>().AsNoTracking().ToListAsync();
        return rows.Where(row => ContentOf(row).Contains(PrivacyChat.Marker, StringComparison.Ordinal))
            .Select(row => row.ConversationKey)
            .Distinct(StringComparer.Ordinal);
    }

    private static string ContentOf(ActivityRow row)
    {
        var activity = JsonNode.Parse(row.Json)!.AsObject();
        activity.Remove("from");
        activity.Remove("recipient");
        return activity.ToJsonString();
    }

    private static async Task<IReadOnlyList<string>> FindTablesAsync(PrivacyChat chat)
    {
        await using var db = await chat.OpenDbAsync();
        return await MarkerSearch.FindTablesAsync(db, PrivacyChat.Marker);
    }
}
