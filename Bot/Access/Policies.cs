using Microsoft.AspNetCore.Authorization;

namespace PolicyAssistantBot.Access;

/// <summary>Who may do what. Whatever has no rule is closed: the fallback lets nobody in.</summary>
internal static class Policies
{
    /// <summary>Read cases and the personal data in them.</summary>
    public const string ReadCases = nameof(ReadCases);

    /// <summary>Change cases.</summary>
    public const string WorkOnCases = nameof(WorkOnCases);

    /// <summary>Edit what the desk works by: teams, hours, times, templates.</summary>
    public const string Supervise = nameof(Supervise);

    /// <summary>See which messages were not delivered, and send them again.</summary>
    public const string RepeatMessages = nameof(RepeatMessages);

    public const string ManageAccounts = nameof(ManageAccounts);

    /// <summary>Read who looked at which case.</summary>
    public const string ReadViewLog = nameof(ReadViewLog);

    /// <summary>Read figures about all cases.</summary>
    public const string ReadInsight = nameof(ReadInsight);

    /// <summary>Signed in, even with a one-time password that has to be changed first.</summary>
    public const string SignedIn = nameof(SignedIn);

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = Ready().Build();
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(ReadCases, Ready().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor), nameof(Roles.Auditor)).Build());
        options.AddPolicy(WorkOnCases, Ready().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor)).Build());
        options.AddPolicy(Supervise, Ready().RequireRole(nameof(Roles.Supervisor)).Build());
        options.AddPolicy(ManageAccounts, Ready().RequireRole(nameof(Roles.Administrator)).Build());
        options.AddPolicy(RepeatMessages, Ready().RequireRole(nameof(Roles.Administrator), nameof(Roles.Supervisor)).Build());
        options.AddPolicy(ReadViewLog, Ready().RequireRole(nameof(Roles.Administrator), nameof(Roles.Auditor)).Build());
        options.AddPolicy(ReadInsight, Ready().RequireRole(nameof(Roles.Supervisor), nameof(Roles.Auditor)).Build());
    }

    private static AuthorizationPolicyBuilder Ready() =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                !SignedInAccount.MustChangePassword(context.User) && !SignedInAccount.MustSetUpSecondFactor(context.User)
            );
}
