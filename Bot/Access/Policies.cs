using Microsoft.AspNetCore.Authorization;

namespace PolicyAssistantBot.Access;

/// <summary>Who may do what. Whatever is not said to be open is closed: the fallback asks for a signed-in person.</summary>
internal static class Policies
{
    /// <summary>Read cases and the personal data in them.</summary>
    public const string ReadCases = nameof(ReadCases);

    /// <summary>Change cases.</summary>
    public const string WorkOnCases = nameof(WorkOnCases);

    public const string ManageAccounts = nameof(ManageAccounts);

    /// <summary>Signed in, even with a one-time password that has to be changed first.</summary>
    public const string SignedIn = nameof(SignedIn);

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = Ready().Build();
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(ReadCases, Ready().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor), nameof(Roles.Auditor)).Build());
        options.AddPolicy(WorkOnCases, Ready().RequireRole(nameof(Roles.Official), nameof(Roles.Supervisor)).Build());
        options.AddPolicy(ManageAccounts, Ready().RequireRole(nameof(Roles.Administrator)).Build());
    }

    private static AuthorizationPolicyBuilder Ready() => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => !SignedInAccount.MustChangePassword(context.User));
}
