using Microsoft.AspNetCore.Authorization;

namespace PolicyAssistantBot.Access;

/// <summary>Which roles may do what. The fallback policy denies everyone, so an endpoint without a policy is closed.</summary>
internal static class Policies
{
    /// <summary>Read cases and the personal data in them.</summary>
    public const string ReadCases = nameof(ReadCases);

    /// <summary>Change cases.</summary>
    public const string WorkOnCases = nameof(WorkOnCases);

    /// <summary>Edit the settings of the desk: teams, working hours, deadlines, templates.</summary>
    public const string Supervise = nameof(Supervise);

    /// <summary>See which messages were not delivered, and send them again.</summary>
    public const string RepeatMessages = nameof(RepeatMessages);

    public const string ManageAccounts = nameof(ManageAccounts);

    /// <summary>Read the log of who viewed which case.</summary>
    public const string ReadViewLog = nameof(ReadViewLog);

    /// <summary>Read statistics about all cases.</summary>
    public const string ReadInsight = nameof(ReadInsight);

    /// <summary>See the articles, drafts and events of the Studio.</summary>
    public const string ReadStudio = nameof(ReadStudio);

    /// <summary>Write articles.</summary>
    public const string EditKnowledge = nameof(EditKnowledge);

    /// <summary>Approve what others wrote.</summary>
    public const string ReviewKnowledge = nameof(ReviewKnowledge);

    /// <summary>Publish approved articles, and take them back.</summary>
    public const string PublishKnowledge = nameof(PublishKnowledge);

    /// <summary>Keep the assistant from answering about something.</summary>
    public const string HoldKnowledge = nameof(HoldKnowledge);

    /// <summary>See what the assistant is kept from answering about.</summary>
    public const string SeeHolds = nameof(SeeHolds);

    /// <summary>Signed in, including with a one-time password that must be changed first.</summary>
    public const string SignedIn = nameof(SignedIn);

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = RequireCompletedSignIn().Build();
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(
            ReadCases,
            RequireCompletedSignIn().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor), nameof(Roles.Auditor)).Build()
        );
        options.AddPolicy(WorkOnCases, RequireCompletedSignIn().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor)).Build());
        options.AddPolicy(Supervise, RequireCompletedSignIn().RequireRole(nameof(Roles.Supervisor)).Build());
        options.AddPolicy(ManageAccounts, RequireCompletedSignIn().RequireRole(nameof(Roles.Administrator)).Build());
        options.AddPolicy(
            RepeatMessages,
            RequireCompletedSignIn().RequireRole(nameof(Roles.Administrator), nameof(Roles.Supervisor)).Build()
        );
        options.AddPolicy(ReadViewLog, RequireCompletedSignIn().RequireRole(nameof(Roles.Administrator), nameof(Roles.Auditor)).Build());
        options.AddPolicy(
            ReadStudio,
            RequireCompletedSignIn()
                .RequireRole(nameof(Roles.Editor), nameof(Roles.Reviewer), nameof(Roles.Publisher), nameof(Roles.Auditor))
                .Build()
        );
        options.AddPolicy(EditKnowledge, RequireCompletedSignIn().RequireRole(nameof(Roles.Editor)).Build());
        options.AddPolicy(ReviewKnowledge, RequireCompletedSignIn().RequireRole(nameof(Roles.Reviewer)).Build());
        options.AddPolicy(PublishKnowledge, RequireCompletedSignIn().RequireRole(nameof(Roles.Publisher)).Build());
        options.AddPolicy(
            HoldKnowledge,
            RequireCompletedSignIn().RequireRole(nameof(Roles.Reviewer), nameof(Roles.Publisher), nameof(Roles.Supervisor)).Build()
        );
        options.AddPolicy(
            SeeHolds,
            RequireCompletedSignIn()
                .RequireRole(
                    nameof(Roles.Editor),
                    nameof(Roles.Reviewer),
                    nameof(Roles.Publisher),
                    nameof(Roles.Auditor),
                    nameof(Roles.Supervisor)
                )
                .Build()
        );
        options.AddPolicy(ReadInsight, RequireCompletedSignIn().RequireRole(nameof(Roles.Supervisor), nameof(Roles.Auditor)).Build());
    }

    private static AuthorizationPolicyBuilder RequireCompletedSignIn() =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                !SignedInAccount.MustChangePassword(context.User) && !SignedInAccount.MustSetUpSecondFactor(context.User)
            );
}
