using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>learn [COPIES] [--rounds 3]</c>: processor time on one thread from the change of an article until it is searched, and of what is
/// learnt from it afterwards, with the articles so many times over: of a sentence, and of a question that an article lists.
/// </summary>
internal static class LearnCommand
{
    public static void Run(string[] args)
    {
        var copies = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var number) ? number : 1;
        using var store = new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        );
        List<Article> articles =
        [
            .. Enumerable.Range(0, copies).SelectMany(copy => store.Current.Articles.Select(article => Copy(article, copy))),
        ];
        using var folder = new TempFolder();
        var snapshots = SnapshotStore.OpenOnly(folder.Path);
        var current = KnowledgeBase.Load(articles, snapshots).First;
        Console.WriteLine($"{articles.Count} articles, {current.Index.Passages.Count} passages");
        for (var round = 0; round < (int)(Arguments.Number(args, "--rounds") ?? 3); round++)
        {
            var article = articles[round];
            var sections = article.SectionsVi.ToArray();
            sections[0] = sections[0] with { Markdown = $"{sections[0].Markdown}\n\nVừa sửa lần {round}." };
            articles[round] = article with { SectionsVi = sections };
            current = Change("a sentence", current, articles, snapshots);
            articles[round] = articles[round] with { QuestionsVi = [.. article.QuestionsVi, $"Câu hỏi vừa thêm lần {round} là gì?"] };
            current = Change("a question", current, articles, snapshots);
        }
    }

    private static Article Copy(Article article, int copy) =>
        copy == 0 ? article : article with { Key = string.Create(CultureInfo.InvariantCulture, $"{article.Key}-c{copy}"), FormerKeys = [] };

    private static KnowledgeBase Change(string name, KnowledgeBase current, IReadOnlyList<Article> articles, SnapshotStore snapshots)
    {
        var started = ThreadCpuClock.Milliseconds();
        var next = ParallelWork.OnOneThread(() => current.CreateNext([.. articles]));
        var searched = ThreadCpuClock.Milliseconds();
        var learnt = ParallelWork.OnOneThread(() => next.Learn(snapshots));
        var end = ThreadCpuClock.Milliseconds();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name}: searched after {searched - started:0} ms, learnt {end - searched:0} ms")
        );
        return learnt;
    }
}
