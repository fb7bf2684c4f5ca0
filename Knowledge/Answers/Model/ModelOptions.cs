using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The optional language model.</summary>
public sealed record ModelOptions : OpenAiService
{
    /// <summary>How long the asker waits for the first word before the answer is sent without the model.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan FirstTokenTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The time limit of the whole reply.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:50")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(20);

    [Range(50, 4000)]
    public int MaxOutputTokens { get; init; } = 700;

    /// <summary>Input and output tokens for one person and day in Hanoi; after them answers are not worded. 0 for no limit.</summary>
    [Range(0, 100_000_000)]
    public long TokensPerAskerAndDay { get; init; } = 60_000;

    /// <summary>The same for the web chats of one network address, where each new chat is a new person. 0 for no limit.</summary>
    [Range(0, 10_000_000_000)]
    public long TokensPerAddressAndDay { get; init; } = 600_000;

    /// <summary>The same for everybody together. 0 for no limit.</summary>
    [Range(0, 1_000_000_000_000)]
    public long TokensPerDay { get; init; } = 10_000_000;

    protected override string Section => "Model";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        if (Enabled && FirstTokenTimeout > TotalTimeout)
        {
            yield return new ValidationResult(
                "Model:FirstTokenTimeout must not be longer than Model:TotalTimeout.",
                [nameof(FirstTokenTimeout)]
            );
        }
    }
}
