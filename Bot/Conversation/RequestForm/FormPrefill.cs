using System.Globalization;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Collects what the conversation remembers as initial values of the request form.</summary>
internal static class FormPrefill
{
    /// <summary>Values by the key of the field.</summary>
    /// <param name="topic">The topic of the article that the asker read last; null when there was none.</param>
    public static Dictionary<string, string> FromMemory(ChatMemory memory, string? topic = null)
    {
        var facts = new Dictionary<string, string>(memory.FormFacts);
        if (FindKind(topic) is { } kind)
        {
            facts.TryAdd(RequestFields.Kind.Key, kind.ToString());
        }

        var enterprise = memory.EnterpriseFacts;
        if (enterprise.Activity is { } activity)
        {
            facts.TryAdd(RequestFields.Sector.Key, activity);
        }

        if (enterprise.Employees is { } employees)
        {
            facts[RequestFields.InsuredEmployees.Key] = employees.ToString(CultureInfo.InvariantCulture);
        }

        if (enterprise.Revenue is { } revenue)
        {
            facts.TryAdd(RequestFields.Revenue.Key, revenue.ToString("0", CultureInfo.InvariantCulture));
        }

        if (enterprise.Capital is { } capital)
        {
            facts.TryAdd(RequestFields.Capital.Key, capital.ToString("0", CultureInfo.InvariantCulture));
        }

        return facts;
    }

    private static RequestKind? FindKind(string? topic) =>
        topic switch
        {
            "support" => RequestKind.Support,
            "financing" => RequestKind.Financing,
            "supplier-standards" => RequestKind.SupplierStandards,
            _ => null,
        };
}
