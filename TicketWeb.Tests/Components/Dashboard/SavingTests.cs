using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Components.Dashboard;

public sealed class SavingTests
{
    [Fact]
    public async Task What_is_wrong_with_inputs_stands_by_their_fields()
    {
        var saving = new Saving();

        (await saving.RunAsync(() => Refuse(new InvalidInput([new InputError("name", "The name is missing."), new InputError("price", "Give a price.")])))).ShouldBeFalse();

        saving.Error("price").ShouldBe("Give a price.");
        saving.FieldErrors.Count.ShouldBe(2);
        saving.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_about_one_field_stands_by_it_and_any_other_above_the_form()
    {
        var saving = new Saving();

        await saving.RunAsync(() => Refuse(new CapacityTooSmall("Room", 12) { Field = "capacity" }));
        saving.Error("capacity")!.ShouldContain("12 places of Room");

        await saving.RunAsync(() => Refuse(new TicketsAreOut()));
        saving.FieldErrors.ShouldBeEmpty();
        saving.Trouble!.ShouldContain("already sold");
    }

    [Fact]
    public async Task A_second_click_while_it_saves_does_nothing()
    {
        var saving = new Saving();
        var running = new TaskCompletionSource<Outcome<Done>>();
        var runs = 0;

        var first = saving.RunAsync(() => Count(running.Task));
        var second = await saving.RunAsync(() => Count(running.Task));
        running.SetResult(new Done());

        second.ShouldBeFalse();
        (await first).ShouldBeTrue();
        runs.ShouldBe(1);

        Task<Outcome<Done>> Count(Task<Outcome<Done>> work)
        {
            runs++;
            return work;
        }
    }

    [Fact]
    public async Task What_the_database_could_not_do_just_now_is_a_sentence_and_a_fault_of_ours_is_none()
    {
        var saving = new Saving();

        await saving.RunAsync(() => Fail(Wrapped(Postgres(PostgresErrorCodes.LockNotAvailable))));
        saving.Trouble!.ShouldContain("nothing was saved");

        foreach (var away in new Exception[] { new NpgsqlException("The stream is closed.", new IOException()), Wrapped(Postgres(PostgresErrorCodes.AdminShutdown)) })
        {
            (await saving.RunAsync(() => Fail(away))).ShouldBeFalse();
            saving.Trouble!.ShouldContain("see in a moment whether it was saved");
        }

        foreach (var fault in new[] { Wrapped(Postgres(PostgresErrorCodes.CheckViolation)), new InvalidOperationException("A bug.") })
            (await Should.ThrowAsync<InvalidOperationException>(() => saving.RunAsync(() => Fail(fault)))).ShouldBe(fault);
        saving.Busy.ShouldBeFalse();

        static PostgresException Postgres(string state) => new("What it says.", "ERROR", "ERROR", state);
        // As EF hands it on.
        static InvalidOperationException Wrapped(PostgresException e) => new("May pass.", new DbUpdateException("Not saved.", e));
        static Task<Outcome<Done>> Fail(Exception e) => Task.FromException<Outcome<Done>>(e);
    }

    private static Task<Outcome<Done>> Refuse(Refusal refusal) => Task.FromResult<Outcome<Done>>(refusal);
}
