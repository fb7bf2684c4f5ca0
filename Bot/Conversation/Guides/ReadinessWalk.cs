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

/// <summary>How far the checklist was walked: the buyer's sector and the replies so far, by the requirement's key.</summary>
internal sealed record ReadinessWalk
{
    /// <summary>A longer reply says more than one of the three, and none of them for certain.</summary>
    private const int MaxWords = 4;

    public BuyerSector? Sector { get; init; }

    public Dictionary<string, ReadinessReply> Replies { get; init; } = [];

    /// <summary>What is asked next; null when the sector is not known yet, or everything has been asked.</summary>
    public SupplierRequirement? Next() =>
        Sector is { } sector
            ? SupplierReadiness.GetRequirements(sector).FirstOrDefault(requirement => !Replies.ContainsKey(requirement.Key))
            : null;

    public ReadinessWalk With(ReadinessReply reply) =>
        Next() is { } asked ? this with { Replies = new(Replies) { [asked.Key] = reply } } : this;

    /// <summary>The walk after this answer, in either language; null when the answer cannot be read.</summary>
    public ReadinessWalk? Take(string? typed, ReplyPolicy replies)
    {
        if (Sector is null)
        {
            return Choices.Recognize(typed, Sectors(Lang.Vi)) is { } sector
                ? this with
                {
                    Sector = Enum.GetValues<BuyerSector>()[sector.Index],
                }
                : null;
        }

        return Reply(typed ?? "", replies) is { } reply ? With(reply) : null;
    }

    /// <summary>What is not known stays open.</summary>
    public SupplierReadinessResult Result() =>
        SupplierReadiness.Evaluate(
            Sector!.Value,
            Replies
                .Where(reply => reply.Value != ReadinessReply.NotSure)
                .ToDictionary(reply => reply.Key, reply => reply.Value == ReadinessReply.Yes, StringComparer.Ordinal)
        );

    public static IList<Choice> Sectors(Lang lang) =>
        [
            .. Enum.GetValues<BuyerSector>()
                .Select(sector =>
                {
                    var name = SupplierReadiness.GetSectorName(sector);
                    return new Choice { Value = name[lang], Synonyms = [name.Vi, name.En, .. Words(sector)] };
                }),
        ];

    public static IList<Choice> RepliesIn(Lang lang, ReplyPolicy replies)
    {
        return
        [
            new Choice { Value = ReadinessTexts.Yes[lang], Synonyms = [.. replies.DoneYes] },
            new Choice { Value = ReadinessTexts.No[lang], Synonyms = [.. replies.DoneNo] },
            new Choice { Value = ReadinessTexts.NotSure[lang], Synonyms = [.. replies.NotSure] },
        ];
    }

    private static ReadinessReply? Reply(string typed, ReplyPolicy replies) =>
        VietnameseText.SplitIntoWords(VietnameseText.Fold(typed)).Count > MaxWords ? null
        : Choices.Recognize(typed, RepliesIn(Lang.Vi, replies)) is { } choice ? (ReadinessReply)choice.Index
        : replies.IsYes(typed) switch
        {
            true => ReadinessReply.Yes,
            false => ReadinessReply.No,
            null => null,
        };

    private static string[] Words(BuyerSector sector) =>
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
