using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAssistantBot.Access;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    internal static readonly ValueConverter<DateTimeOffset, long> Milliseconds = new(
        at => at.ToUnixTimeMilliseconds(),
        ms => DateTimeOffset.FromUnixTimeMilliseconds(ms)
    );

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts").HasKey(a => a.Id);
        builder.Property(a => a.Id).HasMaxLength(100);
        builder.Property(a => a.UserName).HasMaxLength(100);
        builder.Property(a => a.DisplayName).HasMaxLength(255);
        builder.Property(a => a.PasswordHash).HasMaxLength(255);
        builder.Property(a => a.SecurityStamp).HasColumnName("Stamp").HasMaxLength(64).IsConcurrencyToken();
        builder.Property(a => a.OneTimePasswordExpiresAt).HasColumnName("OneTimeUntil").HasConversion(Milliseconds);
        builder.Property(a => a.CreatedAt).HasConversion(Milliseconds);
        builder.Property(a => a.LastSignInAt).HasColumnName("SignedInAt").HasConversion(Milliseconds);
        builder.Ignore(a => a.MustChangePassword);
        builder.Property(a => a.EntraObjectId).HasMaxLength(36);
        builder.Property(a => a.Email).HasMaxLength(254);
        builder.Property(a => a.Language).HasMaxLength(2);
        builder.HasIndex(a => a.UserName).IsUnique();
        builder.HasIndex(a => a.EntraObjectId).IsUnique();
    }
}
