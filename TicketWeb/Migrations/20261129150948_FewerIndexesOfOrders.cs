using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <summary>Of the indexes of orders, none depends on their state any more.</summary>
    public partial class FewerIndexesOfOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_orders_ask_gateway_at",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders");

            // Nodes of the version before still write orders.ask_gateway_at: the column goes with the version after.
            migrationBuilder.Sql("drop index orders.ix_orders_lower_email; create index ix_orders_lower_email on orders.orders (lower(email)) where email is not null;");

            migrationBuilder.AlterTable(
                name: "orders",
                schema: "orders")
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ask_at",
                schema: "payments",
                table: "payments",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now() + interval '30 minutes'");

            migrationBuilder.CreateIndex(
                name: "IX_payments_ask_at",
                schema: "payments",
                table: "payments",
                column: "ask_at",
                filter: "state in ('Created', 'NeedsAction', 'Processing')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_ask_at",
                schema: "payments",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "ask_at",
                schema: "payments",
                table: "payments");

            migrationBuilder.AlterTable(
                name: "orders",
                schema: "orders")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.Sql("drop index orders.ix_orders_lower_email; create index ix_orders_lower_email on orders.orders (lower(email)) where state = 'Paid';");

            migrationBuilder.CreateIndex(
                name: "IX_orders_ask_gateway_at",
                schema: "orders",
                table: "orders",
                column: "ask_gateway_at",
                filter: "state = 'AwaitingPayment'");

            migrationBuilder.CreateIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders",
                column: "paid_at",
                filter: "state = 'PartlyRefunded'");
        }
    }
}
