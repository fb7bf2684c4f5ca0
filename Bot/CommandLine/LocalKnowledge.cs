using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

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

    public static KnowledgeBase ReadKnowledge(string folder) => KnowledgeBase.Build(ReadArticles(folder));

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
