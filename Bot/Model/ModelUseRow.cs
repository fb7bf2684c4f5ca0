using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Model;

/// <summary>How many tokens the language model used for one person on one day; one row a day is for everybody together.</summary>
internal sealed class ModelUseRow
{
    /// <summary>The channel and the user in the row of everybody; no channel has this name.</summary>
    public const string Everybody = "*";

    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The day in Hanoi, as its day number.</summary>
    public required int Day { get; init; }

    public required long Tokens { get; init; }
}

internal sealed class ModelUseRowConfiguration : IEntityTypeConfiguration<ModelUseRow>
{
    public void Configure(EntityTypeBuilder<ModelUseRow> builder)
    {
        builder
            .ToTable("ModelUses")
            .HasKey(u => new
            {
                u.ChannelId,
                u.UserId,
                u.Day,
            });
        builder.Property(u => u.Day).ValueGeneratedNever();
    }
}
