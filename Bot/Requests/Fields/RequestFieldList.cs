using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The fields of the request form, in the order in which they are asked for and shown.</summary>
internal sealed class RequestFieldList(IReadOnlyList<RequestField> all)
{
    public IReadOnlyList<RequestField> All { get; } = all;

    /// <summary>The fields that the asker fills in.</summary>
    public IReadOnlyList<RequestField> InputFields { get; } = [.. all.Where(field => field.Input != FieldInput.None)];

    public RequestField? Find(string? key) => All.FirstOrDefault(field => field.Key == key);

    public IEnumerable<RequestField> ListShownIn(FieldPlaces place) => All.Where(field => field.IsShownIn(place));

    /// <summary>The fields that officials can ask for by name.</summary>
    public IEnumerable<RequestField> ListMissingIn(RequestDraft draft) => All.Where(field => field.CanBeAskedFor(draft));

    /// <summary>All problems that prevent the submission of a draft; empty when there are none.</summary>
    public IReadOnlyList<FieldProblem> Check(RequestDraft draft) =>
        [.. from field in All let code = field.Check(field, draft) where code is not null select new FieldProblem(field.Key, code.Value)];

    /// <summary>The draft with every value in its stored spelling.</summary>
    public RequestDraft Normalize(RequestDraft draft) => All.Aggregate(draft, (changed, field) => field.Normalize(changed));

    /// <summary>The values of fields that a text states clearly.</summary>
    public IEnumerable<KeyValuePair<string, string>> FindValuesIn(string text) =>
        from field in InputFields
        let value = field.FindValueIn(text)
        where value is not null
        select KeyValuePair.Create(field.Key, value);
}
