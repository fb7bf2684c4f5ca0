using System.Globalization;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Collects what the conversation remembers as initial values of the request form.</summary>
internal static class FormPrefill
{
    /// <summary>Values by the key of the field.</summary>
    public static Dictionary<string, string> FromMemory(ChatMemory memory)
    {
        var facts = new Dictionary<string, string>(memory.FormFacts);
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
}
