using System.Globalization;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Prefills the form with what the conversation knows.</summary>
internal static class KnownFacts
{
    /// <summary>Values by the field's key.</summary>
    public static Dictionary<string, string> ForForm(ChatMemory memory)
    {
        var facts = new Dictionary<string, string>(memory.Facts);
        var enterprise = memory.Enterprise;
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
