using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>One of the answers to choose from.</summary>
public sealed class Choice
{
    /// <summary>What the user sees.</summary>
    public required string Value { get; set; }

    /// <summary>Other words for the same.</summary>
    public IList<string>? Synonyms { get; set; }
}

/// <summary>The choice that was read from an answer.</summary>
public sealed record FoundChoice(int Index, string Value);

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>As buttons under the message.</summary>
    SuggestedAction,

    /// <summary>Numbered in the text, and as buttons.</summary>
    List,
    None,
}

/// <summary>Shows choices, and reads which one was meant.</summary>
public static class Choices
{
    /// <summary>Adds the choices to the message in the style asked for.</summary>
    public static Activity Offer(Activity prompt, PromptOptions options)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Choices is not { Count: > 0 } choices || options.Style == ListStyle.None)
        {
            return prompt;
        }

        if (options.Style == ListStyle.List)
        {
            prompt.Text = string.Join(
                '\n',
                [prompt.Text, "", .. choices.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {c.Value}"))]
            );
        }

        prompt.SuggestedActions ??= new SuggestedActions
        {
            Actions =
            [
                .. choices.Select(c => new CardAction
                {
                    Type = ActionTypes.ImBack,
                    Title = c.Value,
                    Value = JsonValue.Create(c.Value),
                }),
            ],
        };
        return prompt;
    }

    /// <summary>
    /// The choice that an answer names: its words or a synonym's, with or without marks and case; its number; or words that occur in
    /// exactly one of the choices.
    /// </summary>
    public static FoundChoice? Recognize(string? utterance, IList<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var said = PromptText.Fold(utterance);
        if (said.Length == 0)
        {
            return null;
        }

        var spoken = choices.Select((choice, index) => (Found: new FoundChoice(index, choice.Value), Words: Words(choice))).ToList();
        if (spoken.Find(c => c.Words.Contains(said, StringComparer.Ordinal)).Found is { } exact)
        {
            return exact;
        }

        if (PromptText.Ordinal(said) is { } number && number >= 1 && number <= choices.Count)
        {
            return spoken[number - 1].Found;
        }

        var within =
            said.Length < 3
                ? []
                : spoken.Where(c => c.Words.Exists(w => PromptText.ContainsWords(w, said) || PromptText.ContainsWords(said, w))).ToList();
        return within.Count == 1 ? within[0].Found : null;
    }

    private static List<string> Words(Choice choice) =>
        [.. new[] { choice.Value }.Concat(choice.Synonyms ?? []).Select(PromptText.Fold).Where(w => w.Length > 0)];
}
