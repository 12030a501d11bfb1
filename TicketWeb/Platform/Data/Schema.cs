using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// Brings a database up to date: migrations, roles, grants and row-level security. Grants and policies are derived from the tables that
/// are there, so a new table with an <c>organization_id</c> is walled in without anyone having to remember it.
/// </summary>
public static class Schema
{
    /// <summary>The comment of tables whose rows are never changed: nobody but their owner may.</summary>
    public const string AppendOnly = "append only";

    /// <summary>Serializes nodes that start at once; any constant does.</summary>
    private const long StartLock = 0x7469_636b_6574;

    private const string Walls = $"""
        do $$
        declare t record;
        begin
            for t in
                select c.oid::regclass as name, n.nspname as schema, c.relname as bare,
                       obj_description(c.oid, 'pg_class') = '{AppendOnly}' as append_only,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as owned
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            loop
                execute format('grant usage on schema %I to ticketweb_service, ticketweb_tenant', t.schema);
                execute format('grant select, insert, update, delete on %s to ticketweb_service', t.name);
                if t.owned then
                    execute format('grant select, insert, update, delete on %s to ticketweb_tenant', t.name);
                    execute format('alter table %s enable row level security', t.name);
                    execute format('drop policy if exists service on %s', t.name);
                    execute format('create policy service on %s to ticketweb_service using (true) with check (true)', t.name);
                    execute format('drop policy if exists tenant on %s', t.name);
                    execute format('create policy tenant on %s to ticketweb_tenant using (organization_id = nullif(current_setting(''ticketweb.organization'', true), '''')::uuid)', t.name);
                end if;
                if t.append_only then
                    execute format('revoke update, delete on %s from ticketweb_service, ticketweb_tenant', t.name);
                end if;
            end loop;
            grant insert on platform.outbox to ticketweb_tenant;
            revoke insert, update, delete on platform.migrations from ticketweb_service;
        end $$
        """;

    private const string Roles = """
        do $$
        begin
            perform pg_advisory_xact_lock(hashtext('ticketweb roles'));
            if not exists (select from pg_roles where rolname = 'ticketweb_service') then create role ticketweb_service nologin; end if;
            if not exists (select from pg_roles where rolname = 'ticketweb_tenant') then create role ticketweb_tenant nologin; end if;
            execute format('grant ticketweb_service, ticketweb_tenant to %I', session_user);
        end $$;
        """;

    /// <summary>
    /// Safe to call from many nodes at once and again at every start. A database that is up to date is only asked: raising the walls locks every
    /// table for a moment, which a node that starts beside others while they sell must not.
    /// </summary>
    public static async Task BringUpToDateAsync(DatabaseConnection connection, CancellationToken cancel)
    {
        var source = connection.Pool(DatabaseRole.Owner);
        await using var guard = await source.OpenConnectionAsync(cancel);
        await RunAsync(guard, $"select pg_advisory_lock({StartLock})", cancel);

        await RunAsync(guard, Roles, cancel);
        await using (var db = new TicketDb(TicketDbOptions.With()).On(source))
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                await db.Database.MigrateAsync(cancel);
            var mark = Mark(db);
            if (await MarkAsync(guard, cancel) != mark)
                await RunAsync(guard, $"begin; {Walls}; comment on schema platform is '{mark}'; commit", cancel);
        }

        await RunAsync(guard, $"select pg_advisory_unlock({StartLock})", cancel);
    }

    /// <summary>True when the database holds every migration that this build knows; it may know more.</summary>
    public static async Task<bool> IsUpToDateAsync(DatabaseConnection connection, CancellationToken cancel)
    {
        var source = connection.Pool(DatabaseRole.Owner);
        // Before EF asks, which wraps what goes wrong in an exception that says less.
        await using (await source.OpenConnectionAsync(cancel))
        {
        }

        await using var db = new TicketDb(TicketDbOptions.With()).On(source);
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    /// <summary>Names these walls around the tables of this build.</summary>
    private static string Mark(TicketDb db) => $"{db.Database.GetMigrations().Last()} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Walls)))}";

    /// <summary>Names the walls that the database has, which it remembers as a comment on the platform's schema.</summary>
    private static async Task<string?> MarkAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select obj_description('platform'::regnamespace)", connection);
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
