using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A case waiting for its asker was not found if fifty other cases of the same asker had changed later.</summary>
public sealed class OlderWaitingCaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_waiting_case_comes_first_however_many_changed_after_it()
    {
        await using var host = await StorageHost.OpenAsync(folder, services => services.AddRequests());
        var waiting = await host.SubmitAsync("c1", "u1");
        await host.ApplyRuleAsync(waiting, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await host.ApplyRuleAsync(waiting, s => CaseRules.RequestInformation(s, s.Command(Sample.Lan), "Anh/chị gửi thêm báo cáo."));
        host.Time.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 60; i++)
        {
            var other = await host.SubmitAsync("c1", "u1");
            await host.ApplyRuleAsync(other, s => CaseRules.Take(s, s.Command(Sample.Lan)));
            await host.ApplyRuleAsync(other, s => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.NotOurMatter, null));
        }

        var open = await host.Get<CaseStore>().ListOpenForAskerAsync("directline", "u1", default);
        Assert.Equal([waiting.ToString()], open.Select(request => request.CaseNumber));
    }
}
