using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.JsClients;

/// <summary>A test with the Bot Framework's own web clients: needs Node and their packages, and must run under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JsClientFactAttribute : FactAttribute
{
    public JsClientFactAttribute(bool browser = false)
    {
        if (ToolFactAttribute.IsCi)
        {
            return;
        }

        if (ToolFactAttribute.Find("node") is null)
        {
            Skip = "Node is not on the path.";
        }
        else if (!Directory.Exists(Path.Combine(JsClientPackages.Folder, "node_modules", "botframework-webchat")))
        {
            Skip = "The clients are not restored: run npm ci in Tests/JsClients.";
        }
        else if (browser && BrowserFactAttribute.ExecutablePath is null)
        {
            Skip = "Chromium is not installed.";
        }
    }
}

/// <summary>A theory with these clients; skipped with a reason where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JsClientTheoryAttribute : TheoryAttribute
{
    public JsClientTheoryAttribute(bool browser = false) => Skip = new JsClientFactAttribute(browser).Skip;
}
