using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class AddOns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "goes_with",
                schema: "events",
                table: "ticket_types",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<int>(
                name: "included",
                schema: "events",
                table: "ticket_types",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "included_per",
                schema: "events",
                table: "ticket_types",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_add_on",
                schema: "events",
                table: "ticket_types",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "add_on",
                schema: "orders",
                table: "refunded_parts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "add_on_id",
                schema: "inventory",
                table: "pools",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ran_out",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "orders",
                table: "order_lines",
                type: "text",
                nullable: false,
                defaultValue: "Ticket");

            migrationBuilder.CreateIndex(
                name: "IX_pools_add_on_id",
                schema: "inventory",
                table: "pools",
                column: "add_on_id",
                unique: true,
                filter: "add_on_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pools_add_on_id",
                schema: "inventory",
                table: "pools");

            migrationBuilder.DropColumn(
                name: "goes_with",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "included",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "included_per",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "is_add_on",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "add_on",
                schema: "orders",
                table: "refunded_parts");

            migrationBuilder.DropColumn(
                name: "add_on_id",
                schema: "inventory",
                table: "pools");

            migrationBuilder.DropColumn(
                name: "ran_out",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "orders",
                table: "order_lines");
        }
    }
}
