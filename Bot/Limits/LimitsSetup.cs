using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Limits;

/// <summary>Registers the limits of public endpoints, with ASP.NET Core's rate limiter.</summary>
internal static class LimitsSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ByteBudget>();
        services.AddSingleton<ConversationAddresses>();
        services.AddSingleton<SlowDownNotice>();
        services.AddSingleton<LookupLimiter>();
        services.AddSingleton<AnswerMailLimiter>();
        services.AddSingleton<MessageLimiter>();
        services.AddRateLimiter(_ => { });
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<LimitOptions>>(
                (limiter, limits) =>
                {
                    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                    limiter.OnRejected = LimitsMiddleware.OnRejectedAsync;
                    limiter.GlobalLimiter = limits.Value.Enabled ? DoorLimiter.Create(limits.Value) : null;
                }
            );
        services
            .AddOptions<TurnOptions>()
            .PostConfigure<IOptions<LimitOptions>>(
                (turns, limits) =>
                {
                    if (limits.Value.Enabled)
                    {
                        (turns.MaxQueuedPerConversation, turns.MaxQueued) = (limits.Value.QueuedPerConversation, limits.Value.QueuedInAll);
                    }
                }
            );
        return services;
    }

    /// <summary>Must run after routing, because a limit belongs to the endpoint, and after forwarded headers.</summary>
    public static WebApplication UseLimits(this WebApplication app)
    {
        var isEnabled = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value.Enabled;
        if (isEnabled)
        {
            app.Use(LimitsMiddleware.TellAsync);
        }

        app.UseRateLimiter();
        if (isEnabled)
        {
            app.Use(LimitsMiddleware.ChargeBytesAsync);
        }

        app.Use(LimitsMiddleware.NoteAddressAsync);

        return app;
    }
}
