using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

/// <summary>
/// The common part of all hosts with a real port: hosting, storage, turns and channels of the program, a fake clock and a temporary data
/// folder.
/// </summary>
internal static class ServiceHost
{
    /// <param name="settings">Later settings replace earlier ones.</param>
    public static WebApplicationBuilder CreateBuilder(
        TempFolder folder,
        FakeTime time,
        string environment,
        IEnumerable<(string Key, string Value)> settings
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = folder.Path,
                ApplicationName = typeof(HostSetup).Assembly.GetName().Name,
                EnvironmentName = environment,
            }
        );
        builder.Configuration["Storage:DataFolder"] = folder.Path;
        builder.Configuration["Access:HashIterations"] = "1000";
        builder.Configuration["Access:SecondFactor"] = "Nobody";
        builder.Configuration["Limits:Enabled"] = "false"; // Tests send more than people do.
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddHosting();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization();
        builder.Services.AddStorage();
        builder.Services.AddTurns();
        builder.Services.AddChannels();
        builder.Services.AddSingleton(TestArticles.Pipeline(time));
        return builder;
    }

    /// <summary>Replaces the assistant with a bot of one method.</summary>
    public static IServiceCollection AddTestBot(this IServiceCollection services, Func<ITurnContext, CancellationToken, Task> onTurn) =>
        services.AddSingleton<IBot>(new TestBot(onTurn)).AddSingleton<IFaultResponder, TestFaultResponder>();
}
