using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class Reconciling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_due_at",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_mails_due_at",
                schema: "messages",
                table: "mails");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "set_aside_at",
                schema: "platform",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_reason",
                schema: "platform",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "set_aside_at",
                schema: "messages",
                table: "mails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_reason",
                schema: "messages",
                table: "mails",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "captured_at",
                schema: "sandbox",
                table: "intents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reconciliations",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    night = table.Column<DateOnly>(type: "date", nullable: true),
                    wanted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    checks = table.Column<int>(type: "integer", nullable: false),
                    checks_done = table.Column<int>(type: "integer", nullable: false),
                    differences = table.Column<long>(type: "bigint", nullable: false),
                    lines = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reconciliations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_given_up",
                schema: "platform",
                table: "outbox",
                column: "id",
                filter: "given_up_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_waiting",
                schema: "platform",
                table: "outbox",
                column: "id",
                filter: "told_at is null and given_up_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_mails_given_up",
                schema: "messages",
                table: "mails",
                column: "id",
                filter: "failed_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_mails_waiting",
                schema: "messages",
                table: "mails",
                column: "id",
                filter: "sent_at is null and failed_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_reconciliations_night",
                schema: "platform",
                table: "reconciliations",
                column: "night",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reconciliations",
                schema: "platform");

            migrationBuilder.DropIndex(
                name: "IX_outbox_given_up",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_waiting",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_mails_given_up",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "IX_mails_waiting",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "set_aside_at",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "set_aside_reason",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "set_aside_at",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "set_aside_reason",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "captured_at",
                schema: "sandbox",
                table: "intents");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_due_at",
                schema: "platform",
                table: "outbox",
                column: "due_at",
                filter: "told_at is null and given_up_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_mails_due_at",
                schema: "messages",
                table: "mails",
                column: "due_at",
                filter: "sent_at is null and failed_at is null");
        }
    }
}
