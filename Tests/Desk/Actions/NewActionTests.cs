using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Actions;

/// <summary>
/// The example of docs/architecture.md: one definition and its texts make a new action appear on the page of a case, on the card in the
/// officials' channel and on the page for several cases, and all three carry it out.
/// </summary>
public sealed class NewActionTests : IDisposable
{
    private static readonly LocalizedText Title = new("Hẹn làm việc trực tiếp", "Invite to a meeting");
    private static readonly LocalizedText Place = new("Địa điểm hẹn", "Meeting place");
    private static readonly LocalizedText Message = new("Lời mời", "Invitation");

    private static readonly DeskAction Invite = new()
    {
        Key = "invite-asker",
        Title = Title,
        Places = ActionPlaces.All,
        Fields =
        [
            new ActionField("place", ActionInput.Choice, Place)
            {
                Options = [new("hall", new("Bộ phận một cửa", "Service hall")), new("office", new("Văn phòng Sở", "Office"))],
            },
            new ActionField(ActionField.TextInputName, ActionInput.Paragraph, Message),
        ],
        IsOffered = (request, _) => request.OwnerId is not null && request.Status.IsOpen(),
        Decide = DeskAction.ForOneCase(invocation =>
            CaseRules.RequestInformation(
                invocation.Case,
                invocation.Command,
                invocation.Text.Trim().Length == 0 ? null : $"{invocation.Values["place"]}: {invocation.Text}"
            )
        ),
    };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_new_action_is_offered_and_executed_on_the_page_of_a_case()
    {
        await using var desk = await OpenAsync();
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("/invite-asker", lan.Html, StringComparison.Ordinal);

        await lan.SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        foreach (var shown in new[] { Title.Vi, Place.Vi, Message.Vi, "Bộ phận một cửa" })
        {
            Assert.Contains(shown, lan.Text, StringComparison.Ordinal);
        }

        await lan.SendAsync($"{page}/invite-asker", ("place", "office"), ("text", " "));
        Assert.Contains("<option value=\"office\" selected", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/invite-asker", ("place", "office"), ("text", "Mời anh/chị đến trao đổi."));
        Assert.Equal("office: Mời anh/chị đến trao đổi.", await LastTextAsync(desk, number));
    }

    [Fact]
    public async Task The_new_action_is_offered_and_executed_on_the_channel_card()
    {
        await using var desk = await OpenAsync();
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        var taken = await ClickAsync(desk, number, 1, DeskActions.Take, []);
        var card = taken.Card!.Content!.ToJsonString(SchemaJson.Options);
        foreach (var shown in new[] { "\"case.inviteAsker\"", Title.Vi, Place.Vi, "Bộ phận một cửa", Message.Vi })
        {
            Assert.Contains(shown, card, StringComparison.Ordinal);
        }

        var refused = await ClickAsync(desk, number, 1, Invite, new() { ["case.inviteAsker.text"] = "Mời đến gặp." });
        Assert.NotNull(refused.Notice);
        Assert.Contains("Mời đến gặp.", refused.Card!.Content!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);

        var data = new JsonObject { ["case.inviteAsker.place"] = "hall", ["case.inviteAsker.text"] = "Mời đến gặp." };
        Assert.Null((await ClickAsync(desk, number, 2, Invite, data)).Notice);
        Assert.Equal("hall: Mời đến gặp.", await LastTextAsync(desk, number));
    }

    [Fact]
    public async Task The_new_action_is_offered_and_executed_for_several_cases()
    {
        await using var desk = await OpenAsync();
        var first = await desk.SubmitAsync();
        var second = await desk.SubmitAsync(conversation: "c2");
        var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/bulk/choose", ("cases", $"{first}:1"), ("cases", $"{second}:1"));
        await lan.SendAsync("/desk/bulk/take", ("cases", $"{first}:1"), ("cases", $"{second}:1"));
        await (await lan.OpenAsync("/desk?view=mine")).SendAsync("/desk/bulk/choose", ("cases", $"{first}:2"), ("cases", $"{second}:2"));
        Assert.Contains("/desk/bulk/invite-asker", lan.Html, StringComparison.Ordinal);
        Assert.Contains(Title.Vi, lan.Text, StringComparison.Ordinal);

        await lan.SendAsync("/desk/bulk/invite-asker", ("place", "hall"), ("text", "Mời đến gặp."));
        Assert.Equal("hall: Mời đến gặp.", await LastTextAsync(desk, first));
        Assert.Equal("hall: Mời đến gặp.", await LastTextAsync(desk, second));
    }

    [Fact]
    public void A_channel_card_refuses_inputs_that_it_cannot_show()
    {
        var field = new ActionField("body", ActionInput.Choice, Place) { CreateOptions = _ => [] };

        Assert.Throws<ArgumentException>(() => new DeskActionList([Invite with { Fields = [field] }]));
        Assert.Throws<ArgumentException>(() => new DeskActionList([Invite, Invite]));
    }

    /// <summary>Cards are kept in channels for years: these names are what their buttons send.</summary>
    [Fact]
    public void The_verbs_on_posted_cards_never_change() =>
        Assert.Equal(
            ["case.take", "case.reply", "case.askBack", "case.close"],
            DeskActions.Default.ListOfferedIn(ActionPlaces.ChannelCard).Select(action => action.Verb)
        );

    private Task<DeskHost> OpenAsync() =>
        DeskHost.OpenAsync(
            folder,
            services => services.AddSingleton(new DeskActionList([.. DeskActions.Default.All, Invite])),
            TeamsClicks.Settings
        );

    private static Task<ChannelCaseAnswer> ClickAsync(DeskHost desk, CaseNumber number, int version, DeskAction action, JsonObject data)
    {
        var activity = TeamsClicks.Invoke("lan", action.Verb, number.ToString(), version);
        foreach (var (name, value) in data)
        {
            activity.Value!["action"]!["data"]![name] = value?.DeepClone();
        }

        return desk.Get<ChannelCaseService>()
            .AnswerAsync(activity, ChannelCaseClick.Read(activity, desk.Get<DeskActionList>())!, CancellationToken.None);
    }

    private static async Task<string?> LastTextAsync(DeskHost desk, CaseNumber number) =>
        (await desk.Get<CaseStore>().FindAsync(number, CancellationToken.None))!.History[^1].Text;
}
