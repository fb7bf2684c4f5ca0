using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Storage.Compression;

namespace PolicyAssistantBot.Feedback;

/// <summary>A stored answer: the question, the reply, and the revision of the article that it was made from.</summary>
internal sealed class AnswerRow
{
    /// <summary>Increases with each answer.</summary>
    public long Number { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The id of the activity that asked; one activity may ask several questions.</summary>
    public required string AnswerId { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The name of the outcome, such as <c>Answered</c>.</summary>
    public required string Outcome { get; init; }

    public required string? ArticleKey { get; init; }

    /// <summary>The article's revision when it answered.</summary>
    public required string? Revision { get; init; }

    /// <summary>The question, with personal data masked.</summary>
    public required string Question { get; init; }

    /// <summary>The text of the answer; compressed in the column.</summary>
    public required string Text { get; init; }

    /// <summary>The trace of the decision, for officials and editors; compressed in the column.</summary>
    public required string Trace { get; init; }
}

internal sealed class AnswerRowConfiguration : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("Answers").HasKey(a => a.Number);
        builder.Property(a => a.Language).HasMaxLength(2);
        builder.Property(a => a.Outcome).HasMaxLength(20);
        builder.Property(a => a.Revision).HasMaxLength(12);
        builder.HasIndex(a => new { a.ArticleKey, a.Revision });
        builder.Property(a => a.Text).IsStoredText();
        builder.Property(a => a.Trace).IsStoredText();
        builder.HasIndex(a => a.ConversationId);
    }
}
