using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace PolicyAssistantBot.Benchmarks.Peers;

/// <summary><c>peer sdk|floor</c>: a program beside the product, started by <see cref="PeersCommand"/> in a process of its own.</summary>
internal static class PeerProgram
{
    public const string Sdk = "sdk";
    public const string Floor = "floor";

    public static async Task RunAsync(string kind)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(options => options.AllowSynchronousIO = true);
        await using var app = builder.Build();
        if (kind == Sdk)
        {
            var adapter = new CloudAdapter(BotFrameworkAuthenticationFactory.Create());
            var bot = new SdkBot(new ConversationState(new MemoryStorage()));
            app.MapPost("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        }
        else
        {
            app.MapPost("/api/messages", AnswerFixedAsync);
        }

        await app.RunAsync();
    }

    /// <summary>Reads the activity and answers with a fixed one.</summary>
    private static async Task AnswerFixedAsync(HttpContext http)
    {
        await http.Request.ReadFromJsonAsync<System.Text.Json.JsonElement>(http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync("""{"activities":[{"type":"message","text":"How old are you?"}]}""", http.RequestAborted);
    }
}
