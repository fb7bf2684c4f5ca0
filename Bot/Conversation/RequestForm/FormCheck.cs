using System.Text.Json.Nodes;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <param name="Problems">By the key of the field; empty when the form may be sent.</param>
/// <param name="Choices">What may have been meant, by the key of the field.</param>
internal sealed record FormProblems(
    IReadOnlyDictionary<string, string> Problems,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices
);

/// <summary>What is wrong with the values of a form that is being filled in, by the rules that decide when it is sent.</summary>
internal sealed class FormCheck(RequestFieldList fields, TimeProvider time)
{
    /// <param name="values">What the form's button would send.</param>
    public FormProblems Check(JsonObject values, Lang lang)
    {
        var form = new RequestForm { Id = "" };
        form = form.WithValues(new FormClick("", "", 0, values).ReadFieldValues(form, fields), time.GetUtcNow());
        var reading = RequestFormReader.Read(fields, form, lang);
        return new FormProblems(
            reading.Problems,
            reading.Candidates.ToDictionary(
                candidates => candidates.Key,
                IReadOnlyList<string> (candidates) => [.. candidates.Value.Select(choice => choice.Name[lang])]
            )
        );
    }
}
