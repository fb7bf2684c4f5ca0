using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>
/// A person's session in one browser. The cookie carries its id, so that a copied cookie is worth nothing once the row is deleted.
/// </summary>
public sealed class Session
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    /// <summary>When the person entered password and code.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last request that the person made; precise to a few minutes.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The network of the last sign-in, see <see cref="Limits.NetworkAddress"/>.</summary>
    public required string Address { get; init; }

    /// <summary>Browser and system: <c>Firefox, Windows</c>; empty when unknown.</summary>
    public required string Device { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions").HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(32);
        builder.Property(s => s.AccountId).HasMaxLength(100);
        builder.Property(s => s.StartedAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(s => s.LastSeenAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(s => s.Address).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(60);
        builder.HasIndex(s => s.AccountId);
    }
}
