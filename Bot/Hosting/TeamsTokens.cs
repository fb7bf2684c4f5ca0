using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.Desk.Connections;

namespace PolicyAssistantBot.Hosting;

/// <summary>Lets the desk try whether the bot gets a token.</summary>
internal static class TeamsTokens
{
    private const int MaxLength = 300;

    public static IServiceCollection AddTeamsTokenCheck(this IServiceCollection services) =>
        services.AddSingleton(provider => new TeamsTokenCheck(cancellationToken =>
            FindProblemAsync(provider.GetRequiredService<BotTokenProvider>(), cancellationToken)
        ));

    private static async Task<string?> FindProblemAsync(BotTokenProvider tokens, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAsync(cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // Whatever fails, the administrator is told.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var line = exception.Message.Split('\n')[0].Trim();
            return line.Length > MaxLength ? line[..MaxLength] : line;
        }
    }
}
