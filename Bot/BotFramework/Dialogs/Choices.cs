using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>One of the possible answers.</summary>
public sealed class Choice
{
    /// <summary>The text that the user sees.</summary>
    public required string Value { get; set; }

    /// <summary>Other texts that select it.</summary>
    public IList<string>? Synonyms { get; set; }
}

/// <summary>The choice that an answer selects.</summary>
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

/// <summary>Shows choices and recognizes the selected one.</summary>
public static class Choices
{
    /// <summary>Adds the choices to the message in the given style.</summary>
    public static Activity AddTo(Activity prompt, PromptOptions options)
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
    /// The choice that an answer selects: by its text or a synonym, ignoring diacritics and case; by its number; or by words
    /// that occur in exactly one of the choices.
    /// </summary>
    public static FoundChoice? Recognize(string? utterance, IList<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var answer = PromptText.Fold(utterance);
        if (answer.Length == 0)
        {
            return null;
        }

        var candidates = choices
            .Select((choice, index) => (Found: new FoundChoice(index, choice.Value), Words: FoldedNames(choice)))
            .ToList();
        if (candidates.Find(c => c.Words.Contains(answer, StringComparer.Ordinal)).Found is { } exact)
        {
            return exact;
        }

        if (PromptText.ParseOrdinal(answer) is { } number && number >= 1 && number <= choices.Count)
        {
            return candidates[number - 1].Found;
        }

        var partialMatches =
            answer.Length < 3
                ? []
                : candidates
                    .Where(c => c.Words.Exists(w => PromptText.ContainsWords(w, answer) || PromptText.ContainsWords(answer, w)))
                    .ToList();
        return partialMatches.Count == 1 ? partialMatches[0].Found : null;
    }

    private static List<string> FoldedNames(Choice choice) =>
        [.. new[] { choice.Value }.Concat(choice.Synonyms ?? []).Select(PromptText.Fold).Where(w => w.Length > 0)];
}
