using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>What supervisors do for askers who write a letter, and the withdrawal of consent.</summary>
public sealed class DeskPrivacyTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_supervisor_erases_the_data_of_an_asker_with_a_reason()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        Assert.IsType<Refusal.SupervisorNeeded>(await RefusalOfAsync(chat, number, Sample.Lan, "Đơn số 12"));
        Assert.IsType<Refusal.TextMissing>(await RefusalOfAsync(chat, number, Sample.Supervisor, " "));
        Assert.Null(await RefusalOfAsync(chat, number, Sample.Supervisor, "Đơn số 12 ngày 20/11/2026"));
        await chat.FinishErasureAsync();

        await using var db = await chat.OpenDbAsync();
        Assert.Empty(await MarkerSearch.FindTablesAsync(db, PrivacyChat.Marker));
        Assert.Empty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker));
        var record = await db.Set<ErasureRow>().SingleAsync();
        Assert.Equal((ActorKind.Official, "chief", ErasureState.Completed), (record.RequestedBy, record.OfficialId, record.State));
        var stored = (await chat.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Equal("Đơn số 12 ngày 20/11/2026", stored.History[^1].Text);
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Fact]
    public async Task After_the_consent_is_withdrawn_in_the_chat_no_mail_is_sent_and_the_case_goes_on()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        var number = await chat.PlantAsync();
        var before = await CountMailsAsync(chat);
        Assert.NotEqual(0, before);
        await chat.SayAsync("xóa dữ liệu của tôi");
        Assert.Contains("rút lại đồng ý", await chat.SayAsync("3"), StringComparison.Ordinal);

        await chat.CloseCaseAsync(number);
        Assert.Equal(before, await CountMailsAsync(chat));
        var stored = (await chat.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Contains(stored.History, e => e.Kind == CaseEventKind.ConsentWithdrawn);
        Assert.NotNull(stored.Request.ConsentWithdrawnAt);
        Assert.NotNull(stored.Request.Facts.Content);
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    private static async Task<int> CountMailsAsync(PrivacyChat chat)
    {
        await using var db = await chat.OpenDbAsync();
        return await db.Set<MailRow>().CountAsync(m => m.Kind == MailKind.Asker);
    }

    private static async Task<Refusal?> RefusalOfAsync(PrivacyChat chat, CaseNumber number, Official official, string reason)
    {
        var outcome = await chat
            .Host.Get<CaseCommandRunner>()
            .ChangeAsync(number, s => CaseRules.EraseForAsker(s, s.Command(official), reason), default);
        return (outcome!.Decision as CaseDecision.Refused)?.Reason;
    }
}
