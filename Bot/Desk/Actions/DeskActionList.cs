namespace PolicyAssistantBot.Desk.Actions;

/// <summary>What officials can do with cases, in the order in which it is shown.</summary>
internal sealed class DeskActionList
{
    /// <exception cref="ArgumentException">Two actions share a key, or a channel card cannot show an input.</exception>
    public DeskActionList(IReadOnlyList<DeskAction> all)
    {
        All = all;
        if (all.DistinctBy(action => action.Key).Count() != all.Count)
        {
            throw new ArgumentException("Two actions have the same key.", nameof(all));
        }

        foreach (var action in ListOfferedIn(ActionPlaces.ChannelCard))
        {
            foreach (var field in action.ListFieldsIn(ActionPlaces.ChannelCard))
            {
                if (field.CreateOptions is not null || field.Input == ActionInput.Checkboxes)
                {
                    throw new ArgumentException($"A channel card cannot show the input {field.Name} of {action.Key}.", nameof(all));
                }
            }
        }
    }

    public IReadOnlyList<DeskAction> All { get; }

    public DeskAction? Find(string? key) => All.FirstOrDefault(action => action.Key == key);

    public DeskAction? FindByVerb(string verb) => ListOfferedIn(ActionPlaces.ChannelCard).FirstOrDefault(action => action.Verb == verb);

    public IEnumerable<DeskAction> ListOfferedIn(ActionPlaces place) => All.Where(action => action.IsOfferedIn(place));
}
