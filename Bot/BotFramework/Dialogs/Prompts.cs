using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>Asks for text.</summary>
public sealed class TextPrompt(string dialogId, PromptValidator<string>? validator = null) : Prompt<string>(dialogId, validator)
{
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext,
        PromptOptions options,
        CancellationToken cancellationToken
    )
    {
        var text = turnContext?.Activity.Text;
        return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = !string.IsNullOrWhiteSpace(text), Value = text });
    }
}

/// <summary>Asks for one of the options' choices.</summary>
public sealed class ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null) : Prompt<FoundChoice>(dialogId, validator)
{
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext,
        PromptOptions options,
        CancellationToken cancellationToken
    )
    {
        var found = Choices.Recognize(turnContext?.Activity.Text, options?.Choices ?? []);
        return Task.FromResult(new PromptRecognizerResult<FoundChoice> { Succeeded = found is not null, Value = found });
    }
}

/// <summary>Asks for yes or no, in Vietnamese or English whatever the locale. The result is a <see cref="bool"/>.</summary>
public sealed class ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null) : Prompt<bool>(dialogId, validator)
{
    private static readonly string[] Yes =
    [
        "co",
        "dong y",
        "vang",
        "da",
        "uh",
        "u",
        "ok",
        "oke",
        "okay",
        "dung roi",
        "phai",
        "xac nhan",
        "toi dong y",
        "gui",
        "gui di",
        "yes",
        "y",
        "yep",
        "sure",
        "confirm",
        "agree",
        "i agree",
        "correct",
        "send",
    ];

    private static readonly string[] No =
    [
        "khong",
        "ko",
        "k",
        "khong dong y",
        "toi khong dong y",
        "chua",
        "khong phai",
        "sai",
        "thoi",
        "no",
        "n",
        "nope",
        "not yet",
        "disagree",
        "wrong",
        "do not agree",
    ];

    /// <summary>What an answer means; null when it is neither yes nor no.</summary>
    public static bool? Read(string? text) =>
        PromptText.Fold(text) switch
        {
            // Without its mark this could as well be "dừng" (stop): only the marked word is a yes.
            "dung" or "dung a" or "da dung" or "da dung a" => text!.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase)
                ? true
                : null,
            var said when Yes.Contains(said, StringComparer.Ordinal) => true,
            var said when No.Contains(said, StringComparer.Ordinal) => false,
            var said when said.StartsWith("da ", StringComparison.Ordinal) => Read(said[3..]),
            var said when said.EndsWith(" a", StringComparison.Ordinal) => Read(said[..^2]),
            _ => null,
        };

    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Choices ??=
            turnContext?.Activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
                ? [new Choice { Value = "Yes" }, new Choice { Value = "No" }]
                : [new Choice { Value = "Có" }, new Choice { Value = "Không" }];
        return base.OnPromptAsync(turnContext!, options, isRetry, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext,
        PromptOptions options,
        CancellationToken cancellationToken
    )
    {
        var text = turnContext?.Activity.Text;
        var answer = options?.Choices is { Count: 2 } two && Choices.Recognize(text, two) is { } choice ? choice.Index == 0 : Read(text);
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer is not null, Value = answer ?? false });
    }
}

/// <summary>Asks for a number, written the Vietnamese way (<c>1.234,5</c>) or, under an English locale, the English way (<c>1,234.5</c>).</summary>
/// <param name="recognizer">Reads other spellings (of the text, under a locale); null to read plain numbers only.</param>
public sealed class NumberPrompt<T>(string dialogId, PromptValidator<T>? validator = null, Func<string, string?, T?>? recognizer = null)
    : Prompt<T>(dialogId, validator)
    where T : struct, INumber<T>
{
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        PromptOptions options,
        CancellationToken cancellationToken
    )
    {
        var (text, locale) = (turnContext?.Activity.Text ?? "", turnContext?.Activity.Locale);
        var number = recognizer is null ? PlainNumber.Read<T>(text, locale) : recognizer(text, locale);
        return Task.FromResult(new PromptRecognizerResult<T> { Succeeded = number is not null, Value = number ?? default });
    }
}

/// <summary>Numbers as digits, with the separators of one language; a group has three digits, so that <c>1.5</c> is never read as 15.</summary>
internal static partial class PlainNumber
{
    public static T? Read<T>(string text, string? locale)
        where T : struct, INumber<T>
    {
        var english = locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        var plain = text.Trim();
        if (!(english ? English() : Vietnamese()).IsMatch(plain))
        {
            return null;
        }

        plain = english
            ? plain.Replace(",", "", StringComparison.Ordinal)
            : plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return T.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,18})(?:,[0-9]{1,18})?\z")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"^-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,18})?\z")]
    private static partial Regex English();
}
