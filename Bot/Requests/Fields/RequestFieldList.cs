using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The fields of the request form, in the order in which they are asked for and shown.</summary>
internal sealed class RequestFieldList(IReadOnlyList<RequestField> all)
{
    public IReadOnlyList<RequestField> All { get; } = all;

    /// <summary>The fields that the asker fills in.</summary>
    public IReadOnlyList<RequestField> Asked { get; } = [.. all.Where(field => field.Input != FieldInput.None)];

    public RequestField? Find(string? key) => All.FirstOrDefault(field => field.Key == key);

    public IEnumerable<RequestField> In(FieldPlaces place) => All.Where(field => field.IsIn(place));

    /// <summary>The fields that officials can ask for by name.</summary>
    public IEnumerable<RequestField> MissingIn(RequestDraft draft) => All.Where(field => field.CanBeAskedFor(draft));

    /// <summary>Everything that keeps a draft from being submitted; empty when nothing does.</summary>
    public IReadOnlyList<FieldProblem> Check(RequestDraft draft) =>
        [.. from field in All let code = field.Check(field, draft) where code is not null select new FieldProblem(field.Key, code.Value)];

    /// <summary>The draft with every value in its stored spelling.</summary>
    public RequestDraft Normalize(RequestDraft draft) => All.Aggregate(draft, (changed, field) => field.Normalize(changed));

    /// <summary>What a text says plainly about fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> FindIn(string text) =>
        from field in Asked
        let value = field.FindIn(text)
        where value is not null
        select KeyValuePair.Create(field.Key, value);
}
