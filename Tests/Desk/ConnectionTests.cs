using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Connections;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Administrators see what is connected, try it, and learn what to ask the operator for.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_missing_is_named_with_its_settings()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await admin.OpenAsync("/desk/connections");
        Assert.Contains("Nhờ người vận hành: đặt Mail:Host", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Bot:AppId, Bot:TenantId", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Files:ClamAv", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/desk/connections/mail\"", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_mail_goes_to_the_own_address_and_a_failure_says_what_to_ask_for()
    {
        await using var smtp = new FakeSmtp();
        await using (var desk = await DeskHost.OpenAsync(folder, [.. smtp.Settings]))
        {
            using var admin = await desk.SignInAsync("boss", Roles.Administrator);
            await (await admin.OpenAsync("/desk/connections")).SendAsync("/desk/connections/mail");
            Assert.Contains("chưa có email", admin.Text, StringComparison.Ordinal);
            var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(account => account.UserName == "boss").Id;
            await desk.Get<AccountStore>().SetEmailAsync(id, "boss@hanoi.example", default);
            await admin.SendAsync("/desk/connections/mail");
            Assert.Contains("đã nhận thư thử gửi đến b…@hanoi.example", admin.Text, StringComparison.Ordinal);
            Assert.Equal("boss@hanoi.example", Assert.Single(smtp.Mails).To);
        }

        await using var broken = await DeskHost.OpenAsync(folder, ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:From", "a@b.vn"));
        using var again = broken.Browse();
        await again.SignInAsync("boss", DeskHost.Password);
        await (await again.OpenAsync("/desk/connections")).SendAsync("/desk/connections/mail");
        Assert.Contains("kiểm tra Mail:Host, Mail:Port và tường lửa", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_message_goes_to_the_own_chat_in_Teams_or_it_is_said_what_is_missing()
    {
        const string ObjectId = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
        const string Form = "/desk/connections/teams/message";
        await using var desk = await DeskHost.OpenAsync(folder, ("Bot:AppId", "11111111-2222-3333-4444-555555555555"));
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await (await admin.OpenAsync("/desk/connections")).SendAsync(Form);
        Assert.Contains(ConnectionTexts.NoEntraId.Vi, admin.Text, StringComparison.Ordinal);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(account => account.UserName == "boss").Id;
        await desk.Get<AccountStore>().SetEntraIdAsync(id, ObjectId, default);
        await admin.SignInAsync("boss", DeskHost.Password);

        // Others' chats and groups are not the own chat.
        await RecordAsync("a:other", "personal", "00000000-4f89-41d3-9a0c-0305e82c3301");
        await RecordAsync("19:group", "groupChat", ObjectId);
        await (await admin.OpenAsync("/desk/connections")).SendAsync(Form);
        Assert.Contains(ConnectionTexts.NoTeamsChat.Vi, admin.Text, StringComparison.Ordinal);
        await RecordAsync("a:own", "personal", ObjectId);
        await admin.SendAsync(Form);
        Assert.Contains(ConnectionTexts.TeamsMessageSent.Vi, admin.Text, StringComparison.Ordinal);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var sent = Assert.Single(await db.Set<ActivityRow>().ToListAsync());
        Assert.Equal("msteams/conversations/a:own", sent.ConversationKey);

        Task RecordAsync(string conversation, string kind, string user) =>
            desk.Get<IConversationReferences>()
                .RecordAsync(
                    new Activity
                    {
                        Type = ActivityTypes.Message,
                        ChannelId = ChannelIds.Msteams,
                        ServiceUrl = "https://smba.example/",
                        Conversation = new ConversationAccount
                        {
                            Id = conversation,
                            ConversationType = kind,
                            IsGroup = kind != "personal",
                        },
                        From = new ChannelAccount { Id = $"29:{user}", AadObjectId = user },
                        Recipient = new ChannelAccount { Id = "28:bot" },
                    },
                    default
                );
    }

    [Fact]
    public async Task A_refused_token_is_shown_in_the_words_of_the_identity_platform()
    {
        await using var desk = await DeskHost.OpenAsync(
            folder,
            services => services.AddSingleton(new TeamsTokenCheck(_ => Task.FromResult<string?>("AADSTS7000215: Invalid client secret"))),
            ("Bot:AppId", "11111111-2222-3333-4444-555555555555")
        );
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await (await admin.OpenAsync("/desk/connections")).SendAsync("/desk/connections/teams");
        Assert.Contains("AADSTS7000215", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Bot:Secret (có thể đã hết hạn)", admin.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("535", "Mail:Password")]
    [InlineData("538", "Mail:Encryption")]
    [InlineData("SslHandshakeException", "Mail:CaFile")]
    [InlineData("550", "Mail:From")]
    [InlineData("SocketException", "Mail:Host")]
    [InlineData("timeout", "Mail:Host")]
    public void A_failure_of_mail_names_the_setting(string reason, string setting) =>
        Assert.Contains(setting, ConnectionService.FindRequest(reason).Vi, StringComparison.Ordinal);

    [Fact]
    public async Task A_skipped_step_is_taken_up_again_and_teams_without_members_are_named()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator | Roles.Supervisor);
        await (await admin.OpenAsync("/desk")).SendAsync("/desk/first-steps/dismiss", ("step", "teams"));
        await admin.OpenAsync("/desk");
        Assert.DoesNotContain("value=\"teams\"", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync("/desk/first-steps");
        Assert.Contains("Tổ chưa có người: Tổ tiếp nhận chung", admin.Text, StringComparison.Ordinal);
        Assert.Contains("đã bỏ qua", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync("/desk/first-steps/resume", ("step", "teams"));
        await admin.OpenAsync("/desk");
        Assert.Contains("value=\"teams\"", admin.Text, StringComparison.Ordinal);
    }
}
