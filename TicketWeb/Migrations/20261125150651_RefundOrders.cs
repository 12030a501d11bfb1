using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class RefundOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "tried_before",
                schema: "payments",
                table: "refunds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "refunded",
                schema: "orders",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "returned",
                schema: "orders",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "event_refunds",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_refunds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_refunds",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    fee = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    money_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_refunds", x => x.id);
                    table.ForeignKey(
                        name: "FK_order_refunds_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "orders",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_refund_jobs",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_refund_jobs", x => x.id);
                    table.ForeignKey(
                        name: "FK_event_refund_jobs_event_refunds_refund_id",
                        column: x => x.refund_id,
                        principalSchema: "orders",
                        principalTable: "event_refunds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "refunded_parts",
                schema: "orders",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refunded_parts", x => new { x.order_id, x.position, x.part });
                    table.ForeignKey(
                        name: "FK_refunded_parts_order_refunds_refund_id",
                        column: x => x.refund_id,
                        principalSchema: "orders",
                        principalTable: "order_refunds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_organization_id",
                schema: "payments",
                table: "refunds",
                column: "organization_id",
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_tried_before",
                schema: "payments",
                table: "refunds",
                column: "tried_before",
                unique: true,
                filter: "tried_before is not null");

            migrationBuilder.CreateIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders",
                column: "paid_at",
                filter: "state = 'PartlyRefunded'");

            migrationBuilder.CreateIndex(
                name: "IX_event_refund_jobs_refund_id_order_id",
                schema: "orders",
                table: "event_refund_jobs",
                columns: new[] { "refund_id", "order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_refund_jobs_waiting",
                schema: "orders",
                table: "event_refund_jobs",
                column: "id",
                filter: "done_at is null and failed_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_event_refunds_event_id_id",
                schema: "orders",
                table: "event_refunds",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_order_refunds_event_id_id",
                schema: "orders",
                table: "order_refunds",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_order_refunds_order_id_key",
                schema: "orders",
                table: "order_refunds",
                columns: new[] { "order_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refunded_parts_refund_id",
                schema: "orders",
                table: "refunded_parts",
                column: "refund_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_refund_jobs",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "refunded_parts",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "event_refunds",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "order_refunds",
                schema: "orders");

            migrationBuilder.DropIndex(
                name: "IX_refunds_organization_id",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropIndex(
                name: "IX_refunds_tried_before",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tried_before",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "refunded",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "returned",
                schema: "orders",
                table: "order_lines");
        }
    }
}
