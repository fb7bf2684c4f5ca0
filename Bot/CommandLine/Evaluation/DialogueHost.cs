using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// Runs the dialogues of a file through the complete assistant: the same turns, handlers, cards and storage as in production, with a
/// temporary data folder and a fixed day. Nothing is delivered, and no model or external service is called.
/// </summary>
internal sealed class DialogueHost : IAsyncDisposable
{
    private readonly string folder;
    private readonly IHost host;

    private DialogueHost(string folder, IHost host) => (this.folder, this.host) = (folder, host);

    /// <param name="day">Today, in Hanoi.</param>
    public static async Task<DialogueHost> OpenAsync(KnowledgeBase knowledge, DateOnly day, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("dialogues-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Configuration["Storage:DataFolder"] = folder;
        builder
            .Logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Error);
        var clock = new NoonClock(day);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage();
        builder.Services.AddTurns();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddDirectLine();
        builder.Services.AddBotConnector();
        builder.Services.AddLimits();
        builder.Services.AddRequests();
        builder.Services.AddCaseFiles();
        builder.Services.AddMail();
        builder.Services.AddFeedback();
        builder.Services.AddConversation();
        builder.Services.AddSingleton<IEphemeralSender, NullEphemeralSender>();
        builder.Services.AddSingleton(new AnswerPipeline(() => knowledge, clock));
        builder.Services.AddSingleton<TurnOutcomeCollector>();
        builder.Services.AddSingleton<ITurnMiddleware>(services => services.GetRequiredService<TurnOutcomeCollector>());
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        return new(folder, host);
    }

    /// <summary>Runs all dialogues; those of one file in parallel, the turns of each in order.</summary>
    public async Task<DialogueReport> RunAsync(IReadOnlyList<Dialogue> dialogues, CancellationToken cancellationToken)
    {
        var (turns, median) = await JudgeAsync(dialogues, cancellationToken);
        return DialogueReport.Create(turns, median);
    }

    /// <returns>All turns with their replies, and the median of milliseconds that one took.</returns>
    public async Task<(IReadOnlyList<JudgedTurn> Turns, double Median)> JudgeAsync(
        IReadOnlyList<Dialogue> dialogues,
        CancellationToken cancellationToken
    )
    {
        var judgedTurns = new JudgedTurn[dialogues.Count][];
        var durations = new List<double>();
        await Parallel.ForAsync(
            0,
            dialogues.Count,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (i, token) =>
            {
                var (dialogue, own) = (dialogues[i], new List<double>());
                var chat = new DialogueChat(
                    string.Create(CultureInfo.InvariantCulture, $"d{i}"),
                    dialogue.Channel == "teams" ? ChannelIds.Msteams : ChannelIds.Directline
                );
                await SendAsync(chat.CreateStart(), token);
                var turns = new List<JudgedTurn>();
                foreach (var (index, turn) in dialogue.Turns.Index())
                {
                    var started = TimeProvider.System.GetTimestamp();
                    var reply = await SendAsync(chat.CreateMessage(turn.User), token);
                    own.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
                    turns.Add(DialogueJudge.Judge(dialogue, index, reply));
                }

                judgedTurns[i] = [.. turns];
                lock (durations)
                {
                    durations.AddRange(own);
                }
            }
        );
        durations.Sort();
        return ([.. judgedTurns.SelectMany(turns => turns)], durations.Count == 0 ? 0 : durations[durations.Count / 2]);
    }

    private async Task<DialogueReply> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var services = host.Services;
        var accepted = await services.GetRequiredService<ITurnStore>().AcceptAsync(activity, Guid.NewGuid().ToString(), cancellationToken);
        var result = await services.GetRequiredService<TurnRunner>().RunAsync(accepted.Activity, cancellationToken);
        var outcomes = services.GetRequiredService<TurnOutcomeCollector>().Take(accepted.Activity.Id);
        return new DialogueReply(
            outcomes.Count == 0 ? [nameof(Answer.Command)] : [.. outcomes.Select(outcome => outcome.Name)],
            [
                .. outcomes
                    .SelectMany(outcome => outcome.Keys)
                    .SelectMany(key => services.GetRequiredService<AnswerPipeline>().Find(key)?.Keys ?? [key]),
            ],
            ReplyText.Of(result.Outgoing, includesHidden: false),
            ReplyText.Of(result.Outgoing, includesHidden: true)
        )
        {
            Readings =
                outcomes is [{ Readings: var only }] ? only
                : outcomes is [{ Readings: var first }, { Readings: var second }] && ReferenceEquals(first, second) ? first
                : [],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await LocalStorage.CloseHostAsync(host);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A clock that always shows noon in Hanoi on one day.</summary>
    private sealed class NoonClock(DateOnly day) : TimeProvider
    {
        private readonly DateTimeOffset now = HanoiTime.At(day, new TimeOnly(12, 0));

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }

    private sealed class NullEphemeralSender : IEphemeralSender
    {
        public Task SendAsync(Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
