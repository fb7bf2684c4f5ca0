using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>The delivery of e-mails on a case's page, and the notification address of officials.</summary>
public sealed class CaseMailPageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mail_that_was_refused_is_shown_and_sent_again_on_an_officials_word()
    {
        await using var smtp = new FakeSmtp { ReplyOverride = verb => verb == "RCPT" ? "550 unknown" : null };
        await using var desk = await DeskHost.OpenAsync(folder, smtp.Settings);
        await MailCases.ConfirmAsync(desk.Get<IDbContextFactory<AssistantDb>>(), Sample.Asker(), "an@congty.vn");
        var number = await desk.SubmitAsync(Sample.Draft() with { Email = "an@congty.vn" });
        await desk.Get<MailWorker>().SendDueAsync(default);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("không gửi được", lan.Text, StringComparison.Ordinal);
        Assert.Contains("(550)", lan.Text, StringComparison.Ordinal);

        smtp.ReplyOverride = _ => null;
        var mail = Assert.Single(await desk.Get<MailOutbox>().ListAsync(number.ToString(), default));
        await lan.SendAsync($"/desk/cases/{number}/mails/{mail.Id}/retry");
        await desk.Get<MailWorker>().SendDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đã gửi</strong>", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskMailTexts.Retry.Vi, lan.Text, StringComparison.Ordinal);
        Assert.Single(smtp.Mails);
    }

    [Fact]
    public async Task A_message_that_the_chat_did_not_take_is_shown_and_sent_again_on_an_officials_word()
    {
        var chat = new Chat { Answer = new DeliveryResult.NotAccepted("busy") };
        await using var desk = await DeskHost.OpenAsync(folder, services => services.AddSingleton<IChannelSender>(chat));
        var worker = desk.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/reply", ("text", "Được hỗ trợ."));
        await worker.DeliverDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains(DeskMessageTexts.Title.Vi, lan.Text, StringComparison.Ordinal);
        Assert.Contains("chưa gửi được, sẽ thử lại", lan.Text, StringComparison.Ordinal);

        chat.Answer = new DeliveryResult.Refused("blocked");
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await worker.DeliverDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("(blocked)", lan.Text, StringComparison.Ordinal);

        chat.Answer = new DeliveryResult.Delivered();
        var message = Assert.Single(await desk.Get<CaseMessageReader>().ListAsync((await desk.FindAsync(number)).Request, default));
        await lan.SendAsync($"/desk/cases/{number}/messages/{message.Number}/retry");
        await worker.DeliverDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đã đến cuộc trò chuyện", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskMessageTexts.Retry.Vi, lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_identification_number_is_not_shown_whole_in_a_list()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.SubmitAsync(Sample.Draft() with { TaxCode = "001085123456" });
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk");
        Assert.Contains("…456", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("001085123456", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sets_the_notification_address_of_an_official()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("quantri", Roles.Administrator);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/email", ("email", "lan@hanoi"));
        Assert.Equal(422, admin.Status);
        Assert.Contains("Địa chỉ email chưa đúng.", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync($"/desk/accounts/{lan.Id}/email", ("email", " lan@Hanoi.gov.vn "));
        Assert.Equal(302, admin.Status);
        Assert.Equal("lan@hanoi.gov.vn", (await desk.Get<AccountStore>().FindAsync(lan.Id, default))!.Email);
    }

    private sealed class Chat : IChannelSender
    {
        public DeliveryResult Answer { get; set; } = new DeliveryResult.Delivered();

        public bool Serves(string channelId) => true;

        public Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult(Answer);
    }
}
