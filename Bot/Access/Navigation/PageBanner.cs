using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Navigation;

/// <summary>What every page of the desk says at its top, such as that a channel is switched off.</summary>
/// <param name="Read">The lines in the language of the page; empty when there is nothing to say.</param>
internal sealed record PageBanner(Func<Lang, IReadOnlyList<string>> Read, string Path, Roles Roles);
