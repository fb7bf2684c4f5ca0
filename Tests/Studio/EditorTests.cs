using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>What the editor does while a person types: it keeps, checks and shows, and names who else is there.</summary>
public sealed class EditorTests
{
    private const string Key = "B0-procedure-duties";
    private const string Draft = $"/studio/drafts/{Key}";

    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_after_signing_in_again_and_only_for_this_person()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        using var binh = await studio.SignInAsync("binh", Roles.Editor);
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        await an.OpenAsync(Draft);
        await an.PostAsync($"{Draft}/keep", Typed(an, "Lưu hợp đồng, hóa đơn", "Giữ hợp đồng, hóa đơn"));
        Assert.Equal(200, an.Status);
        var events = await studio.Get<KnowledgeStore>().ListEventsAsync(Key, null, default);
        Assert.DoesNotContain(events, e => e.Kind.ToString() == "Saved");

        // Another editor saves another section meanwhile; later the first signs in anew.
        await binh.OpenAsync(Draft);
        Assert.DoesNotContain("Giữ hợp đồng, hóa đơn", binh.Text, StringComparison.Ordinal);
        await binh.PostAsync($"{Draft}/save", Typed(binh, "Không dự trù tiền đối ứng", "Quên dự trù tiền đối ứng"));
        using var again = await studio.SignInAgainAsync("an");
        await again.OpenAsync(Draft);
        Assert.Contains("Chữ anh/chị gõ lần trước", again.Text, StringComparison.Ordinal);
        Assert.Contains("Giữ hợp đồng, hóa đơn", again.Text, StringComparison.Ordinal);
        await again.PostAsync($"{Draft}/save", [.. StudioProgram.ReadForm(again.Html, $"{Draft}/save")]);
        Assert.Equal($"{Draft}?done=merged", again.Location);
        await again.OpenAsync(Draft);
        Assert.DoesNotContain("role=\"status\">Chữ anh/chị gõ lần trước", again.Text, StringComparison.Ordinal);
        Assert.Contains("Giữ hợp đồng, hóa đơn", again.Text, StringComparison.Ordinal);
        Assert.Contains("Quên dự trù tiền đối ứng", again.Text, StringComparison.Ordinal);

        await again.PostAsync($"{Draft}/keep", Typed(again, "Giữ hợp đồng, hóa đơn", "Cất hợp đồng, hóa đơn"));
        await again.OpenAsync(Draft);
        await again.SendAsync($"{Draft}/drop");
        await again.OpenAsync(Draft);
        Assert.DoesNotContain("Cất hợp đồng, hóa đơn", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_in_one_language_and_an_ended_clause_are_named_before_anything_is_saved()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        await an.OpenAsync(Draft);
        var fields = Typed(an, "Lưu hợp đồng, hóa đơn", "Trong 45 ngày, lưu hợp đồng, hóa đơn");
        var document = Array.FindIndex(fields, field => field.Name == "document");
        fields[document] = ("document", "39/2018/NĐ-CP");
        await an.PostAsync($"{Draft}/preview", fields);
        Assert.Equal(200, an.Status);
        var section = an.Text.Split("<p").Where(part => part.Contains("data-place=\"vi:what\"", StringComparison.Ordinal)).ToList();
        Assert.All(section, part => Assert.Contains("45 ngày", part, StringComparison.Ordinal));
        Assert.Equal(2, section.Count);
        var basis = Assert.Single(an.Text.Split("<p"), part => part.Contains("data-place=\"basis\"", StringComparison.Ordinal));
        Assert.Contains("39/2018/NĐ-CP", basis, StringComparison.Ordinal);
        Assert.Contains("14/10/2021", basis, StringComparison.Ordinal);
        Assert.Equal(1, (await studio.Get<KnowledgeStore>().FindDraftAsync(Key, default))!.Version);
    }

    [Fact]
    public async Task The_preview_shows_the_card_that_askers_would_get_from_the_typed_text()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        await an.OpenAsync(Draft);
        await an.PostAsync($"{Draft}/preview", Typed(an, "Doanh nghiệp phải cung cấp", "Trước hết, doanh nghiệp phải cung cấp"));
        Assert.Contains("Trước hết, doanh nghiệp phải cung cấp", an.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", an.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", an.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_two_editors_is_told_that_the_other_is_there()
    {
        await using var studio = new StudioProgram();
        using var an = await studio.SignInAsync("an", Roles.Editor);
        using var binh = await studio.SignInAsync("binh", Roles.Editor);
        await an.OpenAsync($"/studio/articles/{Key}");
        await an.SendAsync($"/studio/articles/{Key}/draft");
        Assert.Equal("", await LookAsync(an));
        Assert.Equal("Cán bộ an cũng đang mở bản nháp này.", await LookAsync(binh));
        Assert.Equal("Cán bộ binh cũng đang mở bản nháp này.", await LookAsync(an));

        static async Task<string> LookAsync(Desk.Browser browser)
        {
            await browser.OpenAsync($"{Draft}/live");
            return JsonNode.Parse(browser.Html)!["text"]!.ToString();
        }
    }

    private static (string Name, string Value)[] Typed(Desk.Browser editor, string old, string text)
    {
        var fields = StudioProgram.ReadForm(editor.Html, $"{Draft}/save");
        Assert.Contains(fields, field => field.Value.Contains(old, StringComparison.Ordinal));
        return [.. fields.Select(field => (field.Name, field.Value.Replace(old, text, StringComparison.Ordinal)))];
    }
}
