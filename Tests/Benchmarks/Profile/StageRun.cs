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
    public static async Task RunAsync(string folder, QuestionSource questions, int warmUp, int turns)
    {
        var times = new StageTimes();
        await using var app = await StartAsync(folder, times);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var client = await BenchmarkClient.OpenAsync(http);
        for (var i = 0; i < warmUp; i++)
        {
            await client.AskAsync(questions.Next());
        }

        times.Clear();
        var (time, bytes) = (ProcessCpuClock.Milliseconds(), GC.GetTotalAllocatedBytes());
        for (var i = 0; i < turns; i++)
        {
            await client.AskAsync(questions.Next());
        }

        times.Print(turns, ProcessCpuClock.Milliseconds() - time, GC.GetTotalAllocatedBytes() - bytes);
        await app.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(string folder, StageTimes times)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = SourceTree.Combine("Bot") });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Storage:DataFolder"] = folder;
        builder.Configuration["Knowledge:Snapshot"] = Path.Combine(AppContext.BaseDirectory, "search.snapshot");
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
        builder.Services.AddSingleton<IBot>(s => new MeasuredBot(s.GetRequiredService<AssistantBot>(), times));
        var app = builder.Build();
        app.UseHosting();
        app.UseAccess();
        app.MapChannels();
        await app.StartAsync();
        return app;
    }
}
