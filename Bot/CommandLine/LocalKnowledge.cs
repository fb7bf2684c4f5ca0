using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;
using PolicyAssistantBot.Studio;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.CommandLine;

/// <summary>Loads the articles of a folder for one command; they are read once and not watched.</summary>
internal static class LocalKnowledge
{
    public static string DefaultFolder { get; } =
        KnowledgeServices.ArticlesFolder(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    public static AnswerPipeline CreatePipeline(string folder)
    {
        var knowledge = ReadKnowledge(folder);
        return new AnswerPipeline(() => knowledge, TimeProvider.System);
    }

    /// <summary>Answers from the live articles of the service's database, under its holds; null when it has none.</summary>
    /// <param name="dataFolder">Null for the folder in the service's settings.</param>
    public static async Task<AnswerPipeline?> OpenLiveAsync(string? dataFolder, TextWriter errors, CancellationToken cancellationToken)
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddKnowledgeStore());
        if (app is null)
        {
            return null;
        }

        var store = app.Services.GetRequiredService<KnowledgeStore>();
        if (await store.FindSetAsync(null, cancellationToken) is not { } set)
        {
            await errors.WriteLineAsync("The database has no articles: the service answers from its folder (Knowledge:Source).");
            return null;
        }

        var knowledge = KnowledgeBase.Build(ArticleSet.Read(await store.ReadFilesAsync(set, null, cancellationToken)).Articles);
        var rows = await app.Services.GetRequiredService<HoldStore>().ListInForceAsync(cancellationToken);
        var holds = new HoldList([.. rows.Select(row => row.ToHold())]);
        return new AnswerPipeline(() => knowledge, TimeProvider.System, () => holds);
    }

    /// <param name="phrasings">What is learnt from; null for what is shipped.</param>
    public static KnowledgeBase ReadKnowledge(string folder, PhrasingSet? phrasings = null) =>
        KnowledgeBase.Build(ReadArticles(folder), phrasings: phrasings);

    /// <param name="snapshots">Where the articles are stored as they were read; null for those of the build.</param>
    public static IReadOnlyList<Article> ReadArticles(string folder, SnapshotStore? snapshots = null)
    {
        using var store = new ArticleStore(folder, lastGoodFile: null, TimeProvider.System, watch: false, snapshots);
        foreach (var problem in store.Current.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        return store.Current.Articles;
    }
}
