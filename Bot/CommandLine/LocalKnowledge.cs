using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

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

    public static IReadOnlyList<Article> ReadArticles(string folder)
    {
        using var store = new ArticleStore(folder, lastGoodFile: null, TimeProvider.System, watch: false);
        foreach (var problem in store.Current.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        return store.Current.Articles;
    }
}
