using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class Allocations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "allocation_id",
                schema: "inventory",
                table: "reservations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "allocation_id",
                schema: "pricing",
                table: "discount_codes",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allocations",
                schema: "inventory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "allocation_items",
                schema: "inventory",
                columns: table => new
                {
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_type_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation_items", x => new { x.allocation_id, x.ticket_type_id });
                    table.CheckConstraint("allocation_items_never_below_nothing", "held >= 0");
                    table.ForeignKey(
                        name: "FK_allocation_items_allocations_allocation_id",
                        column: x => x.allocation_id,
                        principalSchema: "inventory",
                        principalTable: "allocations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reservations_allocation_id",
                schema: "inventory",
                table: "reservations",
                column: "allocation_id",
                filter: "allocation_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_allocation_items_ticket_type_id",
                schema: "inventory",
                table: "allocation_items",
                column: "ticket_type_id");

            migrationBuilder.CreateIndex(
                name: "IX_allocations_ends_at",
                schema: "inventory",
                table: "allocations",
                column: "ends_at",
                filter: "released_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_allocations_event_id",
                schema: "inventory",
                table: "allocations",
                column: "event_id");

            migrationBuilder.AddForeignKey(
                name: "FK_reservations_allocations_allocation_id",
                schema: "inventory",
                table: "reservations",
                column: "allocation_id",
                principalSchema: "inventory",
                principalTable: "allocations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_reservations_allocations_allocation_id",
                schema: "inventory",
                table: "reservations");

            migrationBuilder.DropTable(
                name: "allocation_items",
                schema: "inventory");

            migrationBuilder.DropTable(
                name: "allocations",
                schema: "inventory");

            migrationBuilder.DropIndex(
                name: "IX_reservations_allocation_id",
                schema: "inventory",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "allocation_id",
                schema: "inventory",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "allocation_id",
                schema: "pricing",
                table: "discount_codes");
        }
    }
}
