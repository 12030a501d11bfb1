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
                name: "captured_at",
                schema: "sandbox",
                table: "intents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_waiting",
                schema: "platform",
                table: "outbox",
                column: "id",
                filter: "told_at is null and given_up_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_mails_waiting",
                schema: "messages",
                table: "mails",
                column: "id",
                filter: "sent_at is null and failed_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_waiting",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_mails_waiting",
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
