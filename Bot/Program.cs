using PolicyAssistantBot;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

if (CommandLineApp.Handles(args))
{
    return await CommandLineApp.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddStorage();
builder.Services.AddTurns();
builder.Services.AddChannels();
builder.Services.AddKnowledge(builder.Configuration, DataFolder.Locate(builder.Configuration, builder.Environment));
builder.Services.AddRequests();

var app = builder.Build();
app.UseHosting();
app.MapHealth();
app.MapChannels();
await app.RunAsync();
return 0;
