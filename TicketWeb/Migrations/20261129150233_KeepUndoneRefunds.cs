using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class KeepUndoneRefunds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "undone_at",
                schema: "orders",
                table: "order_refunds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "undone_fee",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undone_own_fee",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undone_price",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_order_refunds_organization_id_decided_at",
                schema: "orders",
                table: "order_refunds",
                columns: new[] { "organization_id", "decided_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_order_refunds_organization_id_decided_at",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_at",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_fee",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_own_fee",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_price",
                schema: "orders",
                table: "order_refunds");
        }
    }
}
