using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class PricesInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "pricing");

            migrationBuilder.AddColumn<int>(
                name: "tax_basis_points",
                schema: "events",
                table: "venues",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "tax_included",
                schema: "events",
                table: "venues",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_most_per_person",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_uses",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "discount_code_id",
                schema: "orders",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tax_basis_points",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "tax_included",
                schema: "orders",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "absorbed_fee",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "discount",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "fee_rest",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "own_fee",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "absorbs_fees",
                schema: "events",
                table: "events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "own_fee",
                schema: "events",
                table: "events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "own_fee_basis_points",
                schema: "events",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "discount_codes",
                schema: "pricing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    per = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    ticket_types = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    begins_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    most_tickets_per_order = table.Column<int>(type: "integer", nullable: true),
                    counted_by = table.Column<string>(type: "text", nullable: false),
                    most_uses = table.Column<int>(type: "integer", nullable: true),
                    most_per_person = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discount_codes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_discount_code_id",
                schema: "orders",
                table: "orders",
                column: "discount_code_id",
                filter: "discount_code_id is not null");

            migrationBuilder.CreateIndex(
                name: "discount_codes_one_of_a_name",
                schema: "pricing",
                table: "discount_codes",
                columns: new[] { "event_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_discount_codes_organization_id",
                schema: "pricing",
                table: "discount_codes",
                column: "organization_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discount_codes",
                schema: "pricing");

            migrationBuilder.DropIndex(
                name: "IX_orders_discount_code_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_basis_points",
                schema: "events",
                table: "venues");

            migrationBuilder.DropColumn(
                name: "tax_included",
                schema: "events",
                table: "venues");

            migrationBuilder.DropColumn(
                name: "code",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "code_most_per_person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "code_uses",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "discount_code_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_basis_points",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_included",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "absorbed_fee",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "discount",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "fee_rest",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "own_fee",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "tax",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "absorbs_fees",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "own_fee",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "own_fee_basis_points",
                schema: "events",
                table: "events");
        }
    }
}
