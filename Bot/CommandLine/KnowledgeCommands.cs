using System.CommandLine;
using PolicyAssistantBot.CommandLine.Evaluation;
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
        command.Subcommands.Add(Check());
        command.Subcommands.Add(DueCommand.Create(ArticlesOption()));
        command.Subcommands.Add(EvaluateCommand.Create(ArticlesOption()));
        command.Subcommands.Add(CoverageCommand());
        command.Subcommands.Add(QuestionsCommand.Create());
        command.Subcommands.Add(RecallCommand.Create(ArticlesOption()));
        command.Subcommands.Add(TrainCommand.Create());
        command.Subcommands.Add(RetrievalCommands.Embed(ArticlesOption()));
        command.Subcommands.Add(RetrievalCommands.Push(ArticlesOption()));
        return command;
    }

    private static Command Check()
    {
        var articles = ArticlesOption();
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

    private static Command CoverageCommand()
    {
        var articles = ArticlesOption();
        var output = new Option<FileInfo>("--out") { Description = "Write the page to this file instead of the screen." };
        var command = new Command("coverage", "Which facts are told by which articles, and how many questions measure each.")
        {
            articles,
            output,
        };
        command.SetAction(parsed =>
        {
            using var store = new ArticleStore(parsed.GetValue(articles)!, lastGoodFile: null, TimeProvider.System, watch: false);
            var coverage = FactCoverage.Of(
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

            return coverage.Strays.Count > 0 || coverage.Facts.Any(fact => fact.IsMissing) ? 1 : 0;
        });
        return command;
    }

    private static Option<string> ArticlesOption() =>
        new("--articles") { Description = "The articles' folder.", DefaultValueFactory = _ => LocalKnowledge.DefaultFolder };
}
