using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>An account is a person that a provider knows. Issuer and subject together never mean anybody else (OpenID Connect Core, section
/// 5.7).</summary>
internal sealed record ExternalLogin(string Issuer, string Subject, string AccountId, DateTimeOffset LinkedAt);

internal sealed class ExternalLoginConfiguration : IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.ToTable("ExternalLogins").HasKey(l => new { l.Issuer, l.Subject });
        builder.Property(l => l.Issuer).HasMaxLength(400);
        builder.Property(l => l.Subject).HasMaxLength(255);
        builder.Property(l => l.AccountId).HasMaxLength(100);
        builder.Property(l => l.LinkedAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.HasIndex(l => l.AccountId);
    }
}
