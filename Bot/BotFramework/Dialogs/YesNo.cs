namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>Reads yes and no, in Vietnamese and English whatever the locale.</summary>
public static class YesNo
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

    /// <summary>True for yes, false for no, null for anything else.</summary>
    public static bool? Read(string? text) =>
        PromptText.Fold(text) switch
        {
            // Without its diacritic this could also be "dừng" (stop): only the word with the diacritic is a yes.
            "dung" or "dung a" or "da dung" or "da dung a" => text!.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase)
                ? true
                : null,
            var folded when Yes.Contains(folded, StringComparer.Ordinal) => true,
            var folded when No.Contains(folded, StringComparer.Ordinal) => false,
            var folded when folded.StartsWith("da ", StringComparison.Ordinal) => Read(folded[3..]),
            var folded when folded.EndsWith(" a", StringComparison.Ordinal) => Read(folded[..^2]),
            _ => null,
        };
}
