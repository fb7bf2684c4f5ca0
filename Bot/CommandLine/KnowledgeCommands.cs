using System.CommandLine;
using PolicyAssistantBot.CommandLine.Evaluation;
using PolicyAssistantBot.CommandLine.Studio;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>knowledge check</c> and <c>knowledge evaluate</c>: the commands that editors run before they publish.</summary>
internal static class KnowledgeCommands
{
    public static Command Create()
    {
        var command = new Command("knowledge", "Check and measure the articles.");
        command.Subcommands.Add(CreateCheck());
        command.Subcommands.Add(DueCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(GapsCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(EvaluateCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(CreateCoverage());
        command.Subcommands.Add(QuestionsCommand.Create());
        command.Subcommands.Add(RecallCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(LearnCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(TrainCommand.Create(CreateArticlesOption()));
        command.Subcommands.Add(TransferCommands.CreateExport());
        command.Subcommands.Add(TransferCommands.CreateImport());
        command.Subcommands.Add(TransferCommands.CreateVerify());
        command.Subcommands.Add(RetrievalCommands.CreateEmbed(CreateArticlesOption()));
        command.Subcommands.Add(RetrievalCommands.CreatePush(CreateArticlesOption()));
        return command;
    }

    private static Command CreateCheck()
    {
        var articles = CreateArticlesOption();
        var date = new Option<DateOnly?>("--date")
        {
            Description = "What ended before this day (2027-01-01) must say what holds after it; today when not given.",
        };
        var command = new Command("check", "Validate every article; findings are printed as file:line: rule: reason.") { articles, date };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(date) ?? HanoiTime.DayOf(TimeProvider.System.GetUtcNow());
            var report = KnowledgeCheck.Run(parsed.GetValue(articles)!, day);
            foreach (var finding in report.Findings)
            {
                Console.Error.WriteLine(finding);
            }

            Console.WriteLine($"{report.Articles} articles, {report.Findings.Count} findings");
            return report.Articles > 0 && report.Findings.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command CreateCoverage()
    {
        var articles = CreateArticlesOption();
        var output = new Option<FileInfo>("--out") { Description = "Write the page to this file instead of the screen." };
        var command = new Command("coverage", "List which articles state which facts, and how many questions test each.")
        {
            articles,
            output,
        };
        command.SetAction(parsed =>
        {
            using var store = new ArticleStore(parsed.GetValue(articles)!, lastGoodFile: null, TimeProvider.System, watch: false);
            var coverage = FactCoverage.Create(
                store.Current.Articles,
                FactCoverage.ReadFacts(),
                QuestionSet.Read(FactCoverage.DefaultQuestionsFile)
            );
            if (parsed.GetValue(output) is { } file)
            {
                File.WriteAllText(file.FullName, coverage.ToMarkdown());
            }
            else
            {
                Console.Write(coverage.ToMarkdown());
            }

            return coverage.ArticlesWithoutFact.Count > 0 || coverage.Facts.Any(fact => fact.IsMissing) ? 1 : 0;
        });
        return command;
    }

    private static Option<string> CreateArticlesOption() =>
        new("--articles") { Description = "The folder of the articles.", DefaultValueFactory = _ => LocalKnowledge.DefaultFolder };
}
