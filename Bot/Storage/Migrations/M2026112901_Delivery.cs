using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Delivery attempts of activities and mails, so that one that may have arrived is not repeated without limit.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112901_Delivery")]
internal sealed class M2026112901_Delivery : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("AmbiguousAttempts", "Activities", defaultValue: 0);
        migrationBuilder.AddColumn<long>("DeliverySince", "Activities", nullable: true);
        migrationBuilder.AddColumn<int>("ParkedAs", "Activities", nullable: true);
        migrationBuilder.AddColumn<int>("AmbiguousAttempts", "Mails", defaultValue: 0);

        // Earlier attempts did not record whether they may have arrived. Only activities that were never sent, because their
        // conversation had ended, certainly did not.
        migrationBuilder.Sql(
            """
            UPDATE "Activities" SET
                "ParkedAs" = CASE WHEN "Attempts" = 1 AND "Problem" = 'the conversation has ended' THEN 0 ELSE 1 END,
                "AmbiguousAttempts" = CASE WHEN "Attempts" = 1 AND "Problem" = 'the conversation has ended' THEN 0 ELSE 1 END
            WHERE "Progress" = 2
            """
        );
        migrationBuilder.Sql(
            """UPDATE "Activities" SET "AmbiguousAttempts" = 1 WHERE "Progress" = 0 AND "Direction" = 1 AND "Attempts" > 0"""
        );
        migrationBuilder.Sql("""UPDATE "Mails" SET "AmbiguousAttempts" = 1 WHERE "State" <> 'Sent' AND "Attempts" > 0""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("AmbiguousAttempts", "Activities");
        migrationBuilder.DropColumn("DeliverySince", "Activities");
        migrationBuilder.DropColumn("ParkedAs", "Activities");
        migrationBuilder.DropColumn("AmbiguousAttempts", "Mails");
    }
}
