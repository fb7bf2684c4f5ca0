using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Links an account to a person at an identity provider. A provider never gives a subject to another person (OpenID Connect
/// Core, section 5.7).</summary>
internal sealed record ExternalLogin(string Issuer, string Subject, string AccountId, DateTimeOffset LinkedAt);

internal sealed class ExternalLoginConfiguration : IEntityTypeConfiguration<ExternalLogin>
{
    public const int MaxSubjectLength = 255;

    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.ToTable("ExternalLogins").HasKey(l => new { l.Issuer, l.Subject });
        builder.Property(l => l.Issuer).HasMaxLength(400);
        builder.Property(l => l.Subject).HasMaxLength(MaxSubjectLength);
        builder.Property(l => l.AccountId).HasMaxLength(100);
        builder.Property(l => l.LinkedAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.HasIndex(l => l.AccountId);
    }
}
