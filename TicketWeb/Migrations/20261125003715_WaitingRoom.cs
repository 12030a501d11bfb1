using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class WaitingRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "waiting");

            migrationBuilder.AddColumn<Guid>(
                name: "admission_id",
                schema: "orders",
                table: "orders",
                type: "uuid",
                nullable: true);

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
                name: "IX_orders_admission_id",
                schema: "orders",
                table: "orders",
                column: "admission_id",
                unique: true,
                filter: "admission_id is not null");

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
                name: "rooms",
                schema: "waiting");

            migrationBuilder.DropIndex(
                name: "IX_orders_admission_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "admission_id",
                schema: "orders",
                table: "orders");
        }
    }
}
