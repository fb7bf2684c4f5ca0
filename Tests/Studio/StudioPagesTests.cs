using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>Articles are written, reviewed, published and taken back on the pages of the Studio, without a script.</summary>
public sealed class StudioPagesTests
{
    private const string Key = "B0-procedure-duties";
    private const string Draft = $"/studio/drafts/{Key}";
    private const Roles All = Roles.Editor | Roles.Reviewer | Roles.Publisher;

    [Fact]
    public async Task An_article_goes_from_the_draft_to_the_answer_and_back()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", All);
        using var binh = await studio.SignInAsync("binh", Roles.Reviewer);
        using var chi = await studio.SignInAsync("chi", Roles.Publisher);

        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        Assert.Equal(Draft, an.Location);
        await SaveAsync(an, ("Lưu hợp đồng, hóa đơn", "Giữ hợp đồng, hóa đơn"));
        Assert.Equal($"{Draft}?done=saved", an.Location);
        await an.OpenAsync(Draft);
        await an.SendAsync($"{Draft}/submit", ("reason", "Sửa chữ cho dễ hiểu"));
        Assert.Equal($"{Draft}/review", an.Location);

        // Who wrote it cannot approve it, although this person holds all roles; nor can the publisher publish it unapproved.
        await an.OpenAsync($"{Draft}/review");
        await an.SendAsync($"{Draft}/approve");
        Assert.Equal(403, an.Status);
        Assert.Equal(StudioEventKind.Refused, (await studio.Get<KnowledgeStore>().ListEventsAsync(Key, null, default))[0].Kind);
        await chi.OpenAsync($"{Draft}/review");
        await chi.PostAgainAsync($"{Draft}/publish", ("version", "3"));
        Assert.Equal(409, chi.Status);

        await WaitForGateAsync(studio);
        await binh.OpenAsync($"{Draft}/review");
        Assert.Contains("<del>Lưu</del>", binh.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>Giữ</ins>", binh.Text, StringComparison.Ordinal);
        Assert.Contains("Được xuất bản", binh.Text, StringComparison.Ordinal);
        await binh.SendAsync($"{Draft}/approve");
        await chi.OpenAsync($"{Draft}/review");
        await chi.SendAsync($"{Draft}/publish");
        Assert.Equal("/studio/sets?done=published", chi.Location);
        Assert.Contains("Giữ hợp đồng", ReadPublished(studio), StringComparison.Ordinal);

        await chi.OpenAsync("/studio/sets/1/rollback");
        Assert.Contains(Key, chi.Text, StringComparison.Ordinal);
        await chi.SendAsync("/studio/sets/1/rollback", ("reason", "Nhầm chữ"));
        Assert.Equal("/studio/sets?done=back", chi.Location);
        Assert.Contains("Lưu hợp đồng", ReadPublished(studio), StringComparison.Ordinal);
        await chi.OpenAsync("/studio/audit?prove=true");
        Assert.Contains("Nguyên vẹn", chi.Text, StringComparison.Ordinal);
        Assert.Contains("Nhầm chữ", chi.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_lose_nothing()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        using var binh = await studio.SignInAsync("binh", Roles.Editor);
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        await an.OpenAsync(Draft);
        await binh.OpenAsync(Draft);
        using var third = await studio.SignInAsync("third", Roles.Editor);
        await third.OpenAsync(Draft);

        // Different sections: both are kept, and nobody is asked.
        await SaveAsync(an, ("Lưu hợp đồng, hóa đơn", "Giữ hợp đồng, hóa đơn"));
        await SaveAsync(binh, ("Không dự trù tiền đối ứng", "Quên dự trù tiền đối ứng"));
        Assert.Equal($"{Draft}?done=merged", binh.Location);
        await an.OpenAsync(Draft);
        Assert.Contains("Giữ hợp đồng, hóa đơn", an.Text, StringComparison.Ordinal);
        Assert.Contains("Quên dự trù tiền đối ứng", an.Text, StringComparison.Ordinal);

        // The same section: the second sees both, and what was typed is in the form.
        await SaveAsync(third, ("Lưu hợp đồng, hóa đơn", "Cất hợp đồng, hóa đơn"));
        Assert.Equal(409, third.Status);
        Assert.Contains("Giữ hợp đồng, hóa đơn", third.Text, StringComparison.Ordinal);
        var typed = StudioProgram
            .ReadForm(third.Html, $"{Draft}/save")
            .Where(field => field.Name == "text-vi")
            .Select(field => field.Value);
        Assert.Contains(typed, text => text.Contains("Cất hợp đồng, hóa đơn", StringComparison.Ordinal));
        Assert.Contains(typed, text => text.Contains("Quên dự trù tiền đối ứng", StringComparison.Ordinal));
        await SaveAsync(third);
        Assert.Equal($"{Draft}?done=saved", third.Location);
    }

    [Fact]
    public async Task A_new_article_begins_empty_shows_what_it_lacks_and_cannot_be_submitted_before()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        await an.OpenAsync("/studio/drafts/new");
        await an.SendAsync("/studio/drafts/new", ("key", "B1 xấu"), ("topic", "support"), ("title-vi", "Tên"), ("title-en", "Name"));
        Assert.Equal(422, an.Status);
        await an.SendAsync("/studio/drafts/new", ("key", "B1-brand-new"), ("topic", "support"), ("title-vi", "Tên"), ("title-en", "Name"));
        Assert.Equal("/studio/drafts/B1-brand-new", an.Location);
        await an.OpenAsync("/studio/drafts/B1-brand-new");
        Assert.Contains("Mục “answer” trống.", an.Text, StringComparison.Ordinal);
        await an.SendAsync("/studio/drafts/B1-brand-new/submit", ("reason", "mới"));
        Assert.Equal(422, an.Status);

        // What was typed stays, although the article cannot be published yet.
        await an.OpenAsync("/studio/drafts/B1-brand-new");
        var fields = StudioProgram.ReadForm(an.Html, "/studio/drafts/B1-brand-new/save");
        var text = fields.FindIndex(field => field.Name == "text-vi");
        fields[text] = ("text-vi", "Doanh nghiệp mới được hướng dẫn.");
        await an.PostAsync("/studio/drafts/B1-brand-new/save", [.. fields]);
        await an.OpenAsync("/studio/drafts/B1-brand-new");
        Assert.Contains("Doanh nghiệp mới được hướng dẫn.", an.Text, StringComparison.Ordinal);

        // A promise and a figure in one language alone are named beside their section.
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        await an.OpenAsync(Draft);
        await SaveAsync(an, ("Lưu hợp đồng, hóa đơn", "Anh/chị được hưởng 100 tỷ đồng. Lưu hợp đồng, hóa đơn"));
        await an.OpenAsync(Draft);
        var section = an.Text.Split("id=\"section-what\"")[1].Split("</fieldset>")[0];
        Assert.Contains("field-problem", section, StringComparison.Ordinal);
        Assert.Contains("100 tỷ", section.Split("<div class=\"pair\">")[0], StringComparison.Ordinal);
    }

    /// <summary>Sends the editor's form as it is on the page, with words replaced in it.</summary>
    private static async Task SaveAsync(Desk.Browser editor, params (string Old, string New)[] changes)
    {
        if (!editor.Html.Contains($"action=\"{Draft}/save\"", StringComparison.Ordinal))
        {
            await editor.OpenAsync(Draft);
        }

        var fields = StudioProgram
            .ReadForm(editor.Html, $"{Draft}/save")
            .Select(field =>
                (field.Name, changes.Aggregate(field.Value, (text, one) => text.Replace(one.Old, one.New, StringComparison.Ordinal)))
            );
        await editor.PostAsync($"{Draft}/save", [.. fields]);
    }

    private static async Task WaitForGateAsync(StudioProgram studio)
    {
        var store = studio.Get<KnowledgeStore>();
        await Wait.UntilAsync(async () =>
            await store.FindDraftAsync(Key, default) is { } draft && await studio.Get<GateRunner>().FindAsync(draft, default) is not null
        );
    }

    private static string ReadPublished(StudioProgram studio) =>
        studio.Get<LiveKnowledge>().Current.Find(Key)!.SectionsVi.First(section => section.Id == "what").Markdown;
}
