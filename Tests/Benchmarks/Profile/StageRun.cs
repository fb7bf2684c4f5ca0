using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Benchmarks.Turn;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>One conversation in the same process as the service: what each stage of a turn costs.</summary>
internal static class StageRun
{
    /// <param name="isBotFixed">True for <see cref="FixedBot"/> instead of the assistant.</param>
    /// <param name="conversations">More than one: only the totals are right.</param>
    public static async Task RunAsync(string folder, QuestionSource questions, bool isBotFixed, int conversations, int warmUp, int turns)
    {
        var times = new StageTimes();
        await using var app = await StartAsync(folder, isBotFixed, times);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var clients = await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => BenchmarkClient.OpenAsync(http)));
        await LoadRun.AskAllAsync(clients, questions, warmUp);
        await LoadRun.WaitUntilIdleAsync(ProcessCpuClock.Milliseconds);
        times.Clear();
        var (time, bytes) = (ProcessCpuClock.Milliseconds(), GC.GetTotalAllocatedBytes());
        var latencies = await LoadRun.AskAllAsync(clients, questions, turns);
        (time, bytes) = (ProcessCpuClock.Milliseconds() - time, GC.GetTotalAllocatedBytes() - bytes);
        if (conversations == 1)
        {
            times.Print(turns);
        }

        LoadRun.Print("all, with the client", $"{time / turns:0.000} ms {bytes / 1024.0 / turns:0.0} KB");
        LoadRun.PrintLatencies(latencies);
        Array.ForEach(clients, client => client.Dispose());
        await app.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(string folder, bool isBotFixed, StageTimes times)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = SourceTree.Combine("Bot") });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Storage:DataFolder"] = folder;
        builder.Configuration["Widget:TokensPerMinute"] = "10000";
        builder.Configuration["Knowledge:Snapshots"] = Path.Combine(AppContext.BaseDirectory, "snapshots");
        builder.Configuration["Limits:Enabled"] = "false";
        builder.AddHosting();
        builder.Logging.ClearProviders();
        builder.Services.AddStorage();
        builder.Services.AddTurns();
        builder.Services.AddChannels();
        builder.Services.AddKnowledge(builder.Configuration, folder);
        builder.Services.AddRequests().AddCaseFiles().AddMail();
        builder.Services.AddFeedback();
        builder.Services.AddConversation();
        builder.Services.AddAccess();
        builder.Services.AddSingleton<TurnStore>();
        builder.Services.AddSingleton<ITurnStore>(s => new MeasuredTurnStore(s.GetRequiredService<TurnStore>(), times));
        builder.Services.AddSingleton<AssistantBot>();
        builder.Services.AddSingleton<FixedBot>();
        builder.Services.AddSingleton<IBot>(s => new MeasuredBot(
            isBotFixed ? s.GetRequiredService<FixedBot>() : s.GetRequiredService<AssistantBot>(),
            times
        ));
        var app = builder.Build();
        app.UseHosting();
        app.UseAccess();
        app.MapChannels();
        await app.StartAsync();
        return app;
    }
}
