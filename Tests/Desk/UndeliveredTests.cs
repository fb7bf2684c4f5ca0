using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Who is told that a message was not delivered, and who sends it again.</summary>
public sealed class UndeliveredTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Chat chat = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_author_and_supervisors_are_notified_and_can_send_it_again_after_a_warning_of_a_copy()
    {
        await using var smtp = new FakeSmtp();
        await using var desk = await DeskHost.OpenAsync(folder, services => services.AddSingleton<IChannelSender>(chat), smtp.Settings);
        using var lan = await SignInAsync(desk, "lan", Roles.Official);
        using var chief = await SignInAsync(desk, "truong", Roles.Supervisor);
        using var other = await SignInAsync(desk, "minh", Roles.Official);

        var (first, second) = (await ReplyAsync(desk, lan), await ReplyAsync(desk, lan));
        await MarkUndeliveredAsync(desk);

        await lan.OpenAsync("/desk");
        Assert.Contains(DeskMessageTexts.OwnUndelivered.Vi, lan.Text, StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{first}#messages", lan.Text, StringComparison.Ordinal);
        await other.OpenAsync("/desk");
        Assert.DoesNotContain(DeskMessageTexts.OwnUndelivered.Vi, other.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/desk");
        Assert.Contains("2 tin nhắn chưa gửi được", chief.Text, StringComparison.Ordinal);

        await desk.Get<MailWorker>().SendDueAsync(default);
        Assert.Equal(
            [
                $"lan@hanoi.gov.vn Tin nhắn về yêu cầu {first} chưa gửi được",
                $"lan@hanoi.gov.vn Tin nhắn về yêu cầu {second} chưa gửi được",
                "truong@hanoi.gov.vn Có tin nhắn chưa gửi được",
            ],
            smtp.Mails.Where(mail => mail.To.EndsWith("@hanoi.gov.vn", StringComparison.Ordinal))
                .Select(mail => $"{mail.To} {mail.Subject}")
                .Order(StringComparer.Ordinal)
        );

        await lan.OpenAsync($"/desk/cases/{first}");
        Assert.Contains(DeskMessageTexts.RetryWithCopyWarning.Vi, lan.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/desk/undelivered");
        Assert.Contains(ManagementTexts.MayHaveArrived.Vi, chief.Text, StringComparison.Ordinal);
        var undelivered = (await desk.Get<UndeliveredActivities>().ListAsync(10, default)).ToDictionary(p =>
            p.Json.Contains(first.ToString())
        );
        var sent = chat.Posts;
        await lan.SendAsync($"/desk/cases/{first}/messages/{undelivered[true].Number}/retry");
        await chief.SendAsync($"/desk/undelivered/{undelivered[false].Number}/retry");
        await MarkUndeliveredAsync(desk);
        Assert.Equal(sent + 2, chat.Posts); // Each press makes one post, although the outcome is ambiguous again.
        Assert.Equal(2, await desk.Get<UndeliveredActivities>().CountAsync(default));
    }

    private static async Task<Browser> SignInAsync(DeskHost desk, string name, Roles roles)
    {
        var account = await desk.CreateAsync(name, roles);
        await desk.Get<AccountStore>().SetEmailAsync(account.Id, $"{name}@hanoi.gov.vn", default);
        var browser = desk.Browse();
        await browser.SignInAsync(name, DeskHost.Password);
        return browser;
    }

    private static async Task<CaseNumber> ReplyAsync(DeskHost desk, Browser official)
    {
        var number = await desk.SubmitAsync();
        await (await official.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        await (await official.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/reply", ("text", "Được hỗ trợ."));
        return number;
    }

    private static async Task MarkUndeliveredAsync(DeskHost desk)
    {
        var worker = desk.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();
        for (var i = 0; i < 4; i++)
        {
            await worker.DeliverDueAsync(default);
            desk.Time.Advance(TimeSpan.FromSeconds(31));
        }
    }

    private sealed class Chat : IChannelSender
    {
        private int posts;

        public int Posts => posts;

        public bool Serves(string channelId) => true;

        public Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref posts);
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Ambiguous("502"));
        }
    }
}
