using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.CommandLine.Studio;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The whole program with the articles in its database.</summary>
public sealed class DatabaseSourceTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_program_answers_all_set_questions_as_from_the_folder_and_takes_an_import_while_it_runs()
    {
        await using var program = Start();
        var pipeline = program.Services.GetRequiredService<AnswerPipeline>();
        var questions = QuestionSet.Read(SourceTree.Combine("Knowledge", "Evaluation", "Data", "questions.tsv"));
        var expected = new AnswerPipeline(() => RealKnowledge.Knowledge, TimeProvider.System);
        var different = questions.Where(q => Describe(pipeline.Ask(new Question(q.Text))) != Describe(expected.Ask(new Question(q.Text))));
        Assert.Equal([], different.Select(question => question.Text));

        // Another process takes the articles out, changes one, and brings them in: it is live soon after.
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await TransferCommands.ExportAsync(folder.Path, folder.File("out"), output, errors, default));
        var file = Path.Combine(folder.File("out"), "Articles", "support", "B0-procedure-duties.md");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("Lưu hợp đồng, hóa đơn", "Giữ hợp đồng, hóa đơn", StringComparison.Ordinal));
        Assert.Equal(0, await TransferCommands.ImportAsync(folder.Path, folder.File("out"), "sửa chữ", output, errors, default));
        Assert.Equal("", errors.ToString());
        var articles = program.Services.GetRequiredService<DatabaseArticles>();
        await Wait.UntilAsync(() => articles.Live.Number == 2);
        var section = articles.Current.Find("B0-procedure-duties")!.SectionsVi.First(one => one.Id == "what");
        Assert.Contains("Giữ hợp đồng, hóa đơn", section.Markdown, StringComparison.Ordinal);
        Assert.Equal(0, await TransferCommands.VerifyAsync(folder.Path, output, errors, default));
    }

    [Fact]
    public async Task An_import_with_findings_is_refused_and_nothing_changes()
    {
        await using (var program = Start())
        {
            _ = program.Services.GetRequiredService<DatabaseArticles>();
        }

        var (output, errors) = (new StringWriter(), new StringWriter());
        await TransferCommands.ExportAsync(folder.Path, folder.File("out"), output, errors, default);
        var file = Path.Combine(folder.File("out"), "Articles", "support", "B0-procedure-duties.md");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("- Lưu hợp đồng", "- Anh/chị được hưởng 100 tỷ đồng.\n- Lưu hợp đồng", StringComparison.Ordinal)
        );
        Assert.Equal(1, await TransferCommands.ImportAsync(folder.Path, folder.File("out"), "sửa", output, errors, default));
        Assert.Contains("B0-procedure-duties", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await TransferCommands.VerifyAsync(folder.Path, output, errors, default));
        Assert.Contains("1 sets", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_spoils_answers_of_other_articles_is_refused_unless_the_gate_is_skipped_and_the_record_says_so()
    {
        await using (var program = Start())
        {
            _ = program.Services.GetRequiredService<DatabaseArticles>();
        }

        var (output, errors) = (new StringWriter(), new StringWriter());
        await TransferCommands.ExportAsync(folder.Path, folder.File("out"), output, errors, default);
        var file = Path.Combine(folder.File("out"), "Articles", "support", "B0-procedure-duties.md");
        var article = (ArticleReadResult.Valid)
            ArticleWriter.ReadForEditing("support/B0-procedure-duties.md", await File.ReadAllTextAsync(file));
        string[] broad = ["vay vốn lãi suất thấp", "hỗ trợ doanh nghiệp nhỏ", "thuế thu nhập doanh nghiệp"];
        var greedy = article.Article with { QuestionsVi = [.. article.Article.QuestionsVi, .. broad] };
        await File.WriteAllTextAsync(file, ArticleWriter.Change(await File.ReadAllTextAsync(file), greedy));
        Assert.Equal(1, await TransferCommands.ImportAsync(folder.Path, folder.File("out"), "thêm cách hỏi", output, errors, default));
        Assert.Contains("gate", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await TransferCommands.ImportAsync(folder.Path, folder.File("out"), "chuyển máy", output, errors, default, isGateSkipped: true)
        );
        await using var again = Start();
        var events = await again.Services.GetRequiredService<KnowledgeStore>().ListEventsAsync(null, null, default);
        Assert.Equal("chuyển máy (without the gate)", events[0].Text);
    }

    private static string Describe(Answer answer) => $"{answer.GetType().Name} {answer.Text}";

    private WebApplicationFactory<Program> Start() =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Storage:DataFolder", folder.Path)
                .UseSetting("Access:HashIterations", "1000")
                .UseSetting("Access:SecondFactor", "Nobody")
                .UseSetting("Knowledge:Source", "Database")
                .UseSetting("Knowledge:Snapshots", Path.Combine(AppContext.BaseDirectory, "snapshots"))
        );
}
