using PolicyAssistantBot;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Mcp;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Storage;

if (CommandLineApp.IsCommand(args))
{
    return await CommandLineApp.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddStorage();
builder.Services.AddTurns();
builder.Services.AddChannels();
builder.Services.AddKnowledge(builder.Configuration, DataFolder.GetPath(builder.Configuration, builder.Environment));
builder.Services.AddRequests();
builder.Services.AddCaseFiles();
builder.Services.AddMail();
builder.Services.AddFeedback();
builder.Services.AddConversation();
builder.Services.AddMcpEndpoint();
builder.Services.AddAccess();
builder.Services.AddDesk();
builder.Services.AddInsight();

var app = builder.Build();
app.UseHosting().UseAccess();
app.MapHealth();
app.MapChannels();
app.MapCaseFiles();
app.MapMcpEndpoint();
app.MapAccess();
app.MapDesk();
app.MapInsight();
app.MapKnowledge();
app.MapSite();
return await app.ServeAsync();
