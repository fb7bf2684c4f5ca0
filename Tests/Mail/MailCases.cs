using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Storage;

namespace PolicyAssistantBot.Tests.Mail;

internal static class MailCases
{
    /// <summary>Submits a request as a turn does, in a chat of its own on the web.</summary>
    /// <param name="isConfirmed">Whether the asker has already typed the code that was sent to the address.</param>
    public static async Task<CaseNumber> SubmitAsync(TeamsHost host, string turn, RequestDraft draft, bool isConfirmed = true)
    {
        var inbound = (await host.Get<ITurnStore>().AcceptAsync(StorageHost.Message("Tôi muốn gửi yêu cầu", "c1"), turn, default)).Activity;
        if (draft.Email is { } address && isConfirmed)
        {
            await ConfirmAsync(host.Get<IDbContextFactory<AssistantDb>>(), Asker.From(inbound), address);
        }

        var next = await host.Get<CaseNumberAllocator>().NextAsync(default);
        var accepted = Assert.IsType<SubmissionResult.Accepted>(
            CaseRules.Submit(RequestFields.Default, draft, next, Asker.From(inbound), host.Time.GetUtcNow())
        );
        await host.Get<ITurnStore>()
            .CommitAsync(
                new CompletedTurn(
                    inbound,
                    [],
                    [],
                    [new SubmitRequestEffect(accepted, await host.Get<DeskSettingsStore>().GetAsync(default))],
                    null
                ),
                default
            );
        return next;
    }

    public static async Task ConfirmAsync(IDbContextFactory<AssistantDb> databases, Asker asker, string address)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (!await AddressConfirmation.IsConfirmedAsync(db, asker.ChannelId, asker.UserId, address, default))
        {
            db.Add(
                new AddressConfirmation
                {
                    ChannelId = asker.ChannelId,
                    UserId = asker.UserId,
                    Address = address,
                    CaseNumber = "",
                    Language = "vi",
                    RequestedAt = 1,
                    IsWaiting = false,
                    ConfirmedAt = 1,
                }
            );
            await db.SaveChangesAsync();
        }
    }
}
