using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>A settings form or an article of some thousand brackets overflowed the stack, which ended the process.</summary>
public sealed class DeepYamlTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[", 50_000)]
    [InlineData("{", 50_000)]
    [InlineData("- ", 50_000)]
    public async Task A_deeply_nested_settings_document_is_refused_in_words(string item, int count)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        await chief.OpenAsync("/desk/settings/routing");
        await chief.SendAsync("/desk/settings/routing", ("text", Repeat(item, count)));
        Assert.Equal(422, chief.Status);
        Assert.Contains("lồng nhau quá sâu", chief.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await chief.OpenAsync("/desk/settings/routing")).Status);
    }

    [Theory]
    [InlineData("[", "nested")]
    [InlineData("{", "nested")]
    [InlineData("- ", "nested")]
    [InlineData("? ", "nested")]
    [InlineData("{a: ", "nested")]
    [InlineData("&a [*a, ", "contains itself")]
    [InlineData("!!seq [", "nested")]
    public void Articles_and_tables_are_read_within_the_same_limits(string item, string reason)
    {
        var text = Repeat(item, 100_000);
        var problems = new List<Problem>();
        Assert.Null(YamlReader.Parse(text, "times", problems));
        var article = Assert.IsType<ArticleReadResult.Invalid>(ArticleReader.Read("support/B1.md", $"---\n{text}\n---\n# Tiếng Việt\n"));
        Assert.All([.. problems, .. article.Problems], problem => Assert.Contains(reason, problem.Reason.En, StringComparison.Ordinal));
        Assert.Null(YamlData.Parse<WorkingCalendar>(text, "calendar", problems));
        Assert.Null(YamlData.Parse<List<object>>(text, "list", problems));
    }

    [Fact]
    public void A_document_of_several_megabytes_is_refused()
    {
        var problems = new List<Problem>();
        Assert.Null(YamlReader.Parse("a: " + new string('x', 2_000_000), "times", problems));
        Assert.Contains("2.000.000", Assert.Single(problems).Reason.Vi, StringComparison.Ordinal);
    }

    private static string Repeat(string item, int count) => string.Concat(Enumerable.Repeat(item, count));
}
