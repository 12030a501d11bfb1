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

    private static Task<Outcome<Done>> Refuse(Refusal refusal) => Task.FromResult<Outcome<Done>>(refusal);
}
