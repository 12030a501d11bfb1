using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class SellUnderPressure : Migration
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

            migrationBuilder.EnsureSchema(
                name: "waiting");

            migrationBuilder.RenameColumn(
                name: "awaiting_since",
                schema: "orders",
                table: "orders",
                newName: "ask_gateway_at");

            migrationBuilder.RenameIndex(
                name: "IX_orders_awaiting_since",
                schema: "orders",
                table: "orders",
                newName: "IX_orders_ask_gateway_at");

            migrationBuilder.AddColumn<int>(
                name: "most_per_person",
                schema: "events",
                table: "ticket_types",
                type: "integer",
                nullable: true);

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

            migrationBuilder.AddColumn<Guid>(
                name: "admission_id",
                schema: "orders",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "person",
                schema: "orders",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "most_per_person",
                schema: "orders",
                table: "order_lines",
                type: "integer",
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

            migrationBuilder.CreateTable(
                name: "rooms",
                schema: "waiting",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    per_minute = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    joined = table.Column<int>(type: "integer", nullable: false),
                    early = table.Column<int>(type: "integer", nullable: false),
                    seed = table.Column<byte[]>(type: "bytea", nullable: true),
                    called = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    marks = table.Column<int[]>(type: "integer[]", nullable: false),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    busy_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rush = table.Column<int>(type: "integer", nullable: false),
                    rush_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quiet_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rooms", x => x.event_id);
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
                name: "IX_orders_admission_id",
                schema: "orders",
                table: "orders",
                column: "admission_id",
                unique: true,
                filter: "admission_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_orders_person",
                schema: "orders",
                table: "orders",
                column: "person",
                filter: "person is not null");

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

            migrationBuilder.CreateIndex(
                name: "IX_rooms_slug",
                schema: "waiting",
                table: "rooms",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reconciliations",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "rooms",
                schema: "waiting");

            migrationBuilder.DropIndex(
                name: "IX_outbox_given_up",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_waiting",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_orders_admission_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_orders_person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_mails_given_up",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "IX_mails_waiting",
                schema: "messages",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "most_per_person",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "set_aside_at",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "set_aside_reason",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "admission_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "most_per_person",
                schema: "orders",
                table: "order_lines");

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

            migrationBuilder.RenameColumn(
                name: "ask_gateway_at",
                schema: "orders",
                table: "orders",
                newName: "awaiting_since");

            migrationBuilder.RenameIndex(
                name: "IX_orders_ask_gateway_at",
                schema: "orders",
                table: "orders",
                newName: "IX_orders_awaiting_since");

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
