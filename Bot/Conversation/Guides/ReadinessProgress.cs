using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

internal enum ReadinessReply
{
    Yes,
    No,
    NotSure,
}

/// <summary>
/// The progress of the supplier readiness checklist: the buyer's sector and the replies so far, by the key of the requirement.
/// </summary>
internal sealed record ReadinessProgress
{
    /// <summary>A longer reply says more than yes, no or not sure, so that it cannot be read as one of them.</summary>
    private const int MaxReplyWords = 4;

    public BuyerSector? Sector { get; init; }

    public Dictionary<string, ReadinessReply> Replies { get; init; } = [];

    /// <summary>The requirement to ask about next; null when the sector is not known yet, or all have been asked.</summary>
    public SupplierRequirement? NextRequirement() =>
        Sector is { } sector
            ? SupplierReadiness.GetRequirements(sector).FirstOrDefault(requirement => !Replies.ContainsKey(requirement.Key))
            : null;

    public ReadinessProgress WithReply(ReadinessReply reply) =>
        NextRequirement() is { } asked ? this with { Replies = new(Replies) { [asked.Key] = reply } } : this;

    /// <summary>The progress after this answer, in either language; null when the answer is not understood.</summary>
    public ReadinessProgress? WithAnswer(string? answer, ReplyPolicy replyPolicy)
    {
        if (Sector is null)
        {
            return Choices.Recognize(answer, SectorChoices(Lang.Vi)) is { } sector
                ? this with
                {
                    Sector = Enum.GetValues<BuyerSector>()[sector.Index],
                }
                : null;
        }

        return ParseReply(answer ?? "", replyPolicy) is { } reply ? WithReply(reply) : null;
    }

    /// <summary>Requirements that the asker is not sure about are left unanswered.</summary>
    public SupplierReadinessResult Evaluate() =>
        SupplierReadiness.Evaluate(
            Sector!.Value,
            Replies
                .Where(reply => reply.Value != ReadinessReply.NotSure)
                .ToDictionary(reply => reply.Key, reply => reply.Value == ReadinessReply.Yes, StringComparer.Ordinal)
        );

    public static IList<Choice> SectorChoices(Lang lang) =>
        [
            .. Enum.GetValues<BuyerSector>()
                .Select(sector =>
                {
                    var name = SupplierReadiness.GetSectorName(sector);
                    return new Choice { Value = name[lang], Synonyms = [name.Vi, name.En, .. SectorSynonyms(sector)] };
                }),
        ];

    public static IList<Choice> ReplyChoices(Lang lang, ReplyPolicy replyPolicy)
    {
        return
        [
            new Choice { Value = ReadinessTexts.Yes[lang], Synonyms = [.. replyPolicy.RequirementMet] },
            new Choice { Value = ReadinessTexts.No[lang], Synonyms = [.. replyPolicy.RequirementNotMet] },
            new Choice { Value = ReadinessTexts.NotSure[lang], Synonyms = [.. replyPolicy.NotSure] },
        ];
    }

    private static ReadinessReply? ParseReply(string typed, ReplyPolicy replyPolicy) =>
        VietnameseText.SplitIntoWords(VietnameseText.Fold(typed)).Count > MaxReplyWords ? null
        : Choices.Recognize(typed, ReplyChoices(Lang.Vi, replyPolicy)) is { } choice ? (ReadinessReply)choice.Index
        : replyPolicy.IsYes(typed) switch
        {
            true => ReadinessReply.Yes,
            false => ReadinessReply.No,
            null => null,
        };

    private static string[] SectorSynonyms(BuyerSector sector) =>
        sector switch
        {
            BuyerSector.Automotive => ["ô tô", "oto", "xe máy", "xe hơi", "cars", "motorcycles"],
            BuyerSector.Electronics => ["điện tử", "điện", "electrical"],
            BuyerSector.Food => ["thực phẩm", "đồ uống", "nông sản", "food and drink"],
            BuyerSector.Medical => ["y tế", "medical"],
            BuyerSector.Textile => ["dệt may", "may mặc", "da giày", "textile", "footwear", "garments"],
            BuyerSector.It => ["cntt", "it", "phần mềm", "software"],
            _ => ["hàng không", "hàng không vũ trụ", "aviation"],
        };
}
