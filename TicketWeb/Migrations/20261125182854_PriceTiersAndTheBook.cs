using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class PriceTiersAndTheBook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "settlements");

            migrationBuilder.AddColumn<bool>(
                name: "chooses_amount",
                schema: "events",
                table: "ticket_types",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "hidden",
                schema: "events",
                table: "ticket_types",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "tiers",
                schema: "events",
                table: "ticket_types",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "legal_address",
                schema: "organizations",
                table: "organizations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "legal_name",
                schema: "organizations",
                table: "organizations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tax_id",
                schema: "organizations",
                table: "organizations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "seen_price",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tier",
                schema: "orders",
                table: "order_lines",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "tier_id",
                schema: "orders",
                table: "order_lines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "most_of_each",
                schema: "pricing",
                table: "discount_codes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "opens_early",
                schema: "pricing",
                table: "discount_codes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "disputes",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn = table.Column<long>(type: "bigint", nullable: false),
                    fee = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disputes", x => x.id);
                    table.ForeignKey(
                        name: "FK_disputes_payments_payment_id",
                        column: x => x.payment_id,
                        principalSchema: "payments",
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_numbers",
                schema: "settlements",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_numbers", x => new { x.organization_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "settlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    seller_address = table.Column<string>(type: "text", nullable: false),
                    seller_tax_id = table.Column<string>(type: "text", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.id);
                },
                comment: "append only");

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "settlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    buyer = table.Column<long>(type: "bigint", nullable: false),
                    in_transit = table.Column<long>(type: "bigint", nullable: false),
                    organization = table.Column<long>(type: "bigint", nullable: false),
                    platform = table.Column<long>(type: "bigint", nullable: false),
                    processor = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    prices = table.Column<long>(type: "bigint", nullable: false),
                    discount = table.Column<long>(type: "bigint", nullable: false),
                    own_fees = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    booked_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => x.id);
                    table.CheckConstraint("entries_sum_to_zero", "buyer + in_transit + organization + platform + processor + tax = 0");
                },
                comment: "append only");

            migrationBuilder.CreateTable(
                name: "statements",
                schema: "settlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    owed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.id);
                },
                comment: "append only");

            migrationBuilder.CreateTable(
                name: "statement_entries",
                schema: "settlements",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_entries", x => x.entry_id);
                    table.ForeignKey(
                        name: "FK_statement_entries_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "settlements",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statement_entries_statements_statement_id",
                        column: x => x.statement_id,
                        principalSchema: "settlements",
                        principalTable: "statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                },
                comment: "append only");

            migrationBuilder.CreateIndex(
                name: "IX_order_lines_tier_id",
                schema: "orders",
                table: "order_lines",
                column: "tier_id",
                filter: "tier_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_order_id",
                schema: "payments",
                table: "disputes",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_payment_id",
                schema: "payments",
                table: "disputes",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_reference",
                schema: "payments",
                table: "disputes",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_order_id",
                schema: "settlements",
                table: "documents",
                column: "order_id",
                unique: true,
                filter: "refund_id is null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_organization_id_kind_number",
                schema: "settlements",
                table: "documents",
                columns: new[] { "organization_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_refund_id",
                schema: "settlements",
                table: "documents",
                column: "refund_id",
                unique: true,
                filter: "refund_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_entries_organization_id_booked_at",
                schema: "settlements",
                table: "entries",
                columns: new[] { "organization_id", "booked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_source_id_kind",
                schema: "settlements",
                table: "entries",
                columns: new[] { "source_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_statement_id",
                schema: "settlements",
                table: "statement_entries",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "IX_statements_organization_id_number",
                schema: "settlements",
                table: "statements",
                columns: new[] { "organization_id", "number" },
                unique: true);

            // Refunds that a gateway had refused were counted as if they had gone.
            migrationBuilder.Sql(
                """
                update payments.payments p set refunded = coalesce((select sum(r.amount) from payments.refunds r where r.payment_id = p.id and r.state <> 'Failed'), 0)
                where p.id in (select payment_id from payments.refunds where state = 'Failed')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disputes",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "document_numbers",
                schema: "settlements");

            migrationBuilder.DropTable(
                name: "documents",
                schema: "settlements");

            migrationBuilder.DropTable(
                name: "statement_entries",
                schema: "settlements");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "settlements");

            migrationBuilder.DropTable(
                name: "statements",
                schema: "settlements");

            migrationBuilder.DropIndex(
                name: "IX_order_lines_tier_id",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "chooses_amount",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "hidden",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "tiers",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "legal_address",
                schema: "organizations",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "legal_name",
                schema: "organizations",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "tax_id",
                schema: "organizations",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "seen_price",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "tier",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "tier_id",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "most_of_each",
                schema: "pricing",
                table: "discount_codes");

            migrationBuilder.DropColumn(
                name: "opens_early",
                schema: "pricing",
                table: "discount_codes");
        }
    }
}
