using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Fields;

/// <summary>
/// The example of docs/architecture.md: one definition and two texts make a new field appear on the form card, in the questions one by one,
/// in the checks, the summary, the prefill, the stored facts, the desk's facts and the desk's list of missing facts.
/// </summary>
public sealed class NewFieldTests
{
    private static readonly LocalizedText Label = new("Trang web", "Website");
    private static readonly LocalizedText Question = new(
        "Địa chỉ trang web? Có thể gõ “bỏ qua”.",
        "The website's address? You can type “skip”."
    );

    private static readonly RequestField Website = RequestField.CreateText("Website", Label, Question) with
    {
        InputStyle = "url",
        MinLength = 4,
        MaxLength = 60,
        Synonyms = ["trang web", "website"],
        FindValueIn = text => text.Split(' ').FirstOrDefault(word => word.StartsWith("www.", StringComparison.Ordinal)),
    };

    private static readonly RequestFieldList Fields = new([.. RequestFields.Default.All, Website]);

    [Fact]
    public async Task The_new_field_is_on_the_form_card_and_checked()
    {
        using var host = new HostWithWebsite();
        await host.InitializeAsync();
        var chat = new TestConversation(host);
        await chat.SayAsync("gửi yêu cầu");
        var input = TestConversation.Find(chat.Card!, node => node["id"]?.ToString() == "Website").Single();
        Assert.Equal("Trang web (không bắt buộc)", input["label"]!.ToString());
        Assert.Equal(("url", "60"), (input["style"]!.ToString(), input["maxLength"]!.ToString()));

        var refused = await chat.SubmitAsync([.. Answers, ("Website", "w")]);
        Assert.Contains("Trang web: Nội dung ngắn quá; cần ít nhất 4 ký tự.", refused, StringComparison.Ordinal);

        await chat.SubmitAsync([.. Answers, ("Website", "www.hoangdat.vn")]);
        Assert.Contains("www.hoangdat.vn", chat.Card!.ToJsonString(), StringComparison.Ordinal);
        await chat.SayAsync("gửi");
        Assert.Equal("www.hoangdat.vn", (await StoredAsync(host)).GetExtraValue("Website"));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_new_field_is_asked_for_shown_in_the_summary_and_changed_by_its_name()
    {
        using var host = new HostWithWebsite();
        await host.InitializeAsync();
        var chat = new TestConversation(host);
        await chat.SayAsync("gửi yêu cầu");
        foreach (var answer in Typed)
        {
            await chat.SayAsync(answer);
        }

        Assert.Contains("Địa chỉ trang web?", chat.LastText, StringComparison.Ordinal);
        await chat.SayAsync("www.hoangdat.vn");
        Assert.Contains("www.hoangdat.vn", chat.Card!.ToJsonString(), StringComparison.Ordinal);

        await chat.SayAsync("sửa");
        Assert.Contains("Trang web", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("Hiện đang là: www.hoangdat.vn", await chat.SayAsync("trang web"), StringComparison.Ordinal);
        await chat.SayAsync("www.dat.vn");
        await chat.SayAsync("gửi");
        Assert.Equal("www.dat.vn", (await StoredAsync(host)).GetExtraValue("Website"));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_new_field_is_prefilled_from_earlier_messages()
    {
        using var host = new HostWithWebsite();
        await host.InitializeAsync();
        var chat = new TestConversation(host);
        await chat.SayAsync("Công ty tôi có trang www.hoangdat.vn, doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?");
        await chat.SayAsync("gửi yêu cầu");
        var input = TestConversation.Find(chat.Card!, node => node["id"]?.ToString() == "Website").Single();
        Assert.StartsWith("www.hoangdat.vn", input["value"]?.ToString(), StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_new_field_is_on_the_desk_and_in_the_list_of_missing_facts()
    {
        using var folder = new TempFolder();
        await using var host = await DeskHost.OpenAsync(folder, services => services.AddSingleton(Fields));
        var with = await host.SubmitAsync(Sample.Draft().WithExtraValue("Website", "www.hoangdat.vn"));
        var without = await host.SubmitAsync(Sample.Draft(), "c2");
        var lan = await host.SignInAsync("lan", Roles.Official);

        await lan.OpenAsync($"/desk/cases/{with}");
        Assert.Contains("Trang web", lan.Text, StringComparison.Ordinal);
        Assert.Contains("www.hoangdat.vn", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("missing-Website", lan.Html, StringComparison.Ordinal);

        await lan.OpenAsync($"/desk/cases/{without}");
        await lan.SendAsync($"/desk/cases/{without}/take");
        await lan.OpenAsync($"/desk/cases/{without}");
        Assert.Contains("missing-Website", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_without_extra_values_are_stored_as_before()
    {
        var json = JsonSerializer.Serialize(Sample.Draft(), StableJson.Options);

        Assert.DoesNotContain("more", json, StringComparison.Ordinal);
    }

    private static readonly (string Field, string Value)[] Answers =
    [
        ("EnterpriseName", "Công ty TNHH Hoàng Đạt"),
        ("TaxCode", "0100109106"),
        ("Ward", "Phường Cầu Giấy"),
        ("Sector", "Thương mại, dịch vụ"),
        ("Kind", "Support"),
        ("Content", "Chúng tôi cần tư vấn về hỗ trợ chuyển đổi số cho nhà xưởng."),
        ("ContactName", "Phạm Hoàng Đạt"),
        ("Phone", "0912345678"),
        ("Consent", "true"),
        ("ContactConsent", "true"),
    ];

    private static readonly string[] Typed =
    [
        "Công ty TNHH Hoàng Đạt",
        "0100109106",
        "Phường Cầu Giấy",
        "Thương mại, dịch vụ",
        "bỏ qua",
        "bỏ qua",
        "bỏ qua",
        "Hỗ trợ doanh nghiệp",
        "Chúng tôi cần tư vấn về hỗ trợ chuyển đổi số cho nhà xưởng.",
        "Phạm Hoàng Đạt",
        "0912345678",
        "bỏ qua",
        "đồng ý",
        "đồng ý",
    ];

    private static async Task<PolicyAssistantBot.Requests.RequestDraft> StoredAsync(ConversationHost host)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return (await db.Set<CaseRow>().SingleAsync()).Facts;
    }

    private sealed class HostWithWebsite : ConversationHost
    {
        private protected override void Configure(IServiceCollection services) => services.AddSingleton(Fields);
    }
}
