namespace PolicyAssistantBot.Access;

/// <summary>The paths of the desk's home page, of the sign-in pages and of the pages on which officials manage their own account.</summary>
internal static class AccessPaths
{
    public const string Home = "/desk";

    /// <summary>The pages on which articles are kept.</summary>
    public const string Studio = "/studio";
    public const string SignIn = "/desk/sign-in";

    /// <summary>The second step of signing in: the code of the authenticator app.</summary>
    public const string SignInCode = "/desk/sign-in/code";
    public const string ExternalSignIn = "/desk/sign-in/external";

    /// <summary>Changes the own password.</summary>
    public const string ChangePassword = "/desk/password";

    /// <summary>Lists the own sessions and ends them.</summary>
    public const string Sessions = "/desk/sessions";

    /// <summary>The log of sign-ins and of changes of accounts.</summary>
    public const string SecurityLog = "/desk/security";

    /// <summary>Sets up or removes the own authenticator app, and creates recovery codes.</summary>
    public const string SecondFactorSetup = "/desk/second-factor";

    /// <summary>The address if it is on this site, otherwise the desk's home page: a link may not redirect to another site.</summary>
    public static string ToLocalUrl(string? url) => url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : Home;
}
