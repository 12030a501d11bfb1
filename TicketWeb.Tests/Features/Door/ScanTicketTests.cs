using Shouldly;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Door;

public sealed class ScanTicketTests(DoorFixture stage) : IClassFixture<DoorFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_comes_in_once_and_the_second_time_is_told_when_and_where()
    {
        var (concert, tickets) = await ConcertAsync(2);
        var (gateA, gateB) = (await stage.ADeviceAsync(concert, "Gate A"), await stage.ADeviceAsync(concert, "Gate B"));
        stage.Clock.Now = At("2027-07-09 20:14");

        var first = await stage.ScanAsync(gateB, tickets[0].Code);
        stage.Clock.Now += TimeSpan.FromMinutes(6);
        var second = await stage.ScanAsync(gateA, tickets[0].Code);

        (first.Verdict, first.Tone, first.Word, first.Holder, first.Type).ShouldBe((Verdict.Admit, Tone.Admit, "Admit", "Sam Okafor", "Standing"));
        (first.Inside, first.Expected).ShouldBe((1, 2));
        (second.Verdict, second.Tone, second.Word, second.Holder).ShouldBe((Verdict.AlreadyIn, Tone.Already, "Already in", "Sam Okafor"));
        second.Detail.ShouldBe("At 20:14, Gate B, 6 minutes ago.");
        second.Inside.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_under_the_code_does_as_well_however_it_is_typed()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);

        (await stage.ScanAsync(device, tickets[0].Ticket.Number.ToLowerInvariant())).Verdict.ShouldBe(Verdict.Admit);
        (await stage.ScanAsync(device, tickets[0].Code)).Verdict.ShouldBe(Verdict.AlreadyIn);
    }

    [Fact]
    public async Task Twenty_devices_that_scan_one_ticket_at_once_let_one_guest_in() => (await AdmissionsOfTwentyAsync()).ShouldBe(1);

    [Fact]
    public async Task Without_the_key_on_check_ins_the_race_lets_several_in()
    {
        await stage.SqlAsync("""alter table door.check_ins drop constraint "PK_check_ins" """);
        try
        {
            (await AdmissionsOfTwentyAsync()).ShouldBeGreaterThan(1);
        }
        finally
        {
            await stage.SqlAsync("""truncate door.check_ins; alter table door.check_ins add constraint "PK_check_ins" primary key (ticket_id, day)""");
        }
    }

    [Fact]
    public async Task A_scan_that_is_sent_again_is_told_the_same_and_kept_once()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        var scan = new ScanInput(Id.New<ScanId>(), tickets[0].Code, stage.Clock.Now, stage.Clock.Now);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => stage.ScanAsync(device, scan)));
        var later = await stage.ScanAsync(device, scan);

        answers.Append(later).ShouldAllBe(a => a.Verdict == Verdict.Admit);
        (await stage.Get<ListDevices>().RunAsync(stage.Owner, concert.Id, Cancel)).Single().Scans.ShouldBe(1);
    }

    [Fact]
    public async Task Every_scan_is_kept_whatever_came_of_it()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        foreach (var code in (string[])[tickets[0].Code, tickets[0].Code, "rubbish", new string('9', 100_000)])
            await stage.ScanAsync(device, code);

        (await stage.SqlAsync($"select string_agg(verdict, ' ' order by verdict) from door.scans where event_id = '{concert.Id.Value}'"))
            .ShouldBe("Admit AlreadyIn NotATicket NotATicket");
    }

    [Fact]
    public async Task A_ticket_for_another_event_is_told_which_and_names_nobody()
    {
        var (_, tickets) = await ConcertAsync(1, "Salt & Smoke");
        var (concert, _) = await ConcertAsync(1);

        var view = await stage.ScanAsync(await stage.ADeviceAsync(concert), tickets[0].Code);

        (view.Verdict, view.Tone, view.Detail).ShouldBe((Verdict.WrongEvent, Tone.Refuse, "This ticket is for Salt & Smoke, Fri 9 July."));
        (view.Holder, view.Type).ShouldBe(("", ""));
    }

    [Theory]
    [InlineData("2027-07-09 12:59", Verdict.TooEarly, "Doors open at 19:00 on Fri 9 July.")]
    [InlineData("2027-07-09 13:00", Verdict.Admit, "")]
    [InlineData("2027-07-10 01:30", Verdict.Admit, "")]
    [InlineData("2027-07-10 08:01", Verdict.TooLate, "It ended at 02:00 on Sat 10 July.")]
    public async Task The_door_keeps_the_events_hours_and_not_the_calendars(string at, Verdict verdict, string detail)
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        stage.Clock.Now = At(at);

        var view = await stage.ScanAsync(device, tickets[0].Code);

        (view.Verdict, view.Detail).ShouldBe((verdict, detail));
    }

    [Fact]
    public async Task A_festival_ticket_comes_in_once_a_day()
    {
        stage.Clock.Now = At("2027-06-01 12:00");
        var festival = await stage.AnEventAsync("Riverside", new DateTime(2027, 7, 2, 12, 0, 0), new DateTime(2027, 7, 4, 23, 0, 0));
        var tickets = await stage.TicketsAsync(festival, 1);
        var device = await stage.ADeviceAsync(festival);
        var verdicts = new List<Verdict>();
        foreach (var at in (string[])["2027-07-02 13:00", "2027-07-03 00:30", "2027-07-03 13:00", "2027-07-04 13:00"])
        {
            stage.Clock.Now = At(at);
            verdicts.Add((await stage.ScanAsync(device, tickets[0].Code)).Verdict);
        }

        verdicts.ShouldBe([Verdict.Admit, Verdict.AlreadyIn, Verdict.Admit, Verdict.Admit]);
        (await stage.Get<IDoor>().FiguresAsync(festival.Id, Cancel)).Inside.ShouldBe(1);
    }

    [Theory]
    [InlineData("state = 'Refunded'", Verdict.Refunded)]
    [InlineData("state = 'Cancelled'", Verdict.Cancelled)]
    [InlineData("version = version + 1", Verdict.Replaced)]
    public async Task A_ticket_that_no_longer_counts_stays_outside(string change, Verdict verdict)
    {
        var (concert, tickets) = await ConcertAsync(1);
        await stage.SqlAsync($"update tickets.tickets set {change} where id = '{tickets[0].Ticket.Id.Value}'");

        var view = await stage.ScanAsync(await stage.ADeviceAsync(concert), tickets[0].Code);

        (view.Verdict, view.Tone, view.Inside).ShouldBe((verdict, Tone.Refuse, 0));
    }

    [Fact]
    public async Task A_cancelled_event_lets_nobody_in()
    {
        var (concert, tickets) = await ConcertAsync(1);
        await stage.SqlAsync($"update events.events set state = 'Cancelled' where id = '{concert.Id.Value}'");
        (await stage.ScanAsync(await stage.ADeviceAsync(concert), tickets[0].Code)).Verdict.ShouldBe(Verdict.EventCancelled);
    }

    [Fact]
    public async Task What_we_did_not_sign_is_forged_and_half_a_code_is_only_unreadable()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        var code = tickets[0].Code;

        (await stage.ScanAsync(device, code[..^1] + (code[^1] == '0' ? '1' : '0'))).Verdict.ShouldBe(Verdict.Forged);
        (await stage.ScanAsync(device, code[..^5])).Verdict.ShouldBe(Verdict.NotATicket);
        (await stage.ScanAsync(device, code)).Verdict.ShouldBe(Verdict.Admit);
    }

    /// <summary>The phone thinks it is three hours earlier, and had no signal for twenty minutes.</summary>
    [Fact]
    public async Task A_scan_that_waited_counts_from_when_it_was_made_by_the_right_clock()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        stage.Clock.Now = At("2027-07-09 20:34");
        var phone = stage.Clock.Now.AddHours(-3);

        await stage.ScanAsync(device, new ScanInput(Id.New<ScanId>(), tickets[0].Code, phone.AddMinutes(-20), phone));

        (await stage.ScanAsync(device, tickets[0].Code)).Detail.ShouldBe("At 20:14, 20 minutes ago.");
    }

    /// <summary>Gate A had no signal at 20:10 and let the guest in; Gate B scanned a copy at 20:14; Gate A's scan arrives at 20:30.</summary>
    [Fact]
    public async Task The_earlier_scan_wins_even_when_it_arrives_later_and_both_are_kept()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var (gateA, gateB) = (await stage.ADeviceAsync(concert, "Gate A"), await stage.ADeviceAsync(concert, "Gate B"));
        stage.Clock.Now = At("2027-07-09 20:14");
        (await stage.ScanAsync(gateB, tickets[0].Code)).Verdict.ShouldBe(Verdict.Admit);
        stage.Clock.Now = At("2027-07-09 20:30");

        var late = new ScanInput(Id.New<ScanId>(), tickets[0].Code, At("2027-07-09 20:10"), stage.Clock.Now);
        (await stage.ScanAsync(gateA, late)).Verdict.ShouldBe(Verdict.Admit);
        (await stage.ScanAsync(gateA, late)).Verdict.ShouldBe(Verdict.Admit);

        var third = await stage.ScanAsync(gateB, tickets[0].Code);
        (third.Detail, third.Inside).ShouldBe(("At 20:10, Gate A, 20 minutes ago.", 1));
        (await stage.SqlAsync($"select count(*) from door.scans where event_id = '{concert.Id.Value}' and verdict = 'Admit'")).ShouldBe("2");
    }

    [Fact]
    public async Task A_late_scan_that_was_made_second_is_already_in()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var device = await stage.ADeviceAsync(concert);
        await stage.ScanAsync(device, tickets[0].Code);
        stage.Clock.Now += TimeSpan.FromMinutes(30);

        var late = new ScanInput(Id.New<ScanId>(), tickets[0].Code, stage.Clock.Now.AddMinutes(-10), stage.Clock.Now);

        (await stage.ScanAsync(device, late)).Verdict.ShouldBe(Verdict.AlreadyIn);
    }

    [Fact]
    public async Task The_figures_count_who_came_in_by_ticket_type()
    {
        var (concert, tickets) = await ConcertAsync(3);
        var device = await stage.ADeviceAsync(concert, "Gate A");
        await stage.ScanAsync(device, tickets[0].Code);
        await stage.ScanAsync(device, tickets[1].Code);

        var figures = await stage.Get<IDoor>().FiguresAsync(concert.Id, Cancel);
        var shown = await stage.Get<ShowDoor>().RunAsync(device, Cancel);

        (figures.Inside, figures.Of(concert.TicketTypes[0].Id)).ShouldBe((2, 2));
        shown.ShouldBe(new DoorView("Night Swimmers", "Gate A", "Fri 9 Jul, 20:00", "Main entrance", 2, 3));
    }

    private async Task<int> AdmissionsOfTwentyAsync()
    {
        var (concert, tickets) = await ConcertAsync(1);
        var devices = new List<DeviceAccess>();
        for (var i = 0; i < 20; i++)
            devices.Add(await stage.ADeviceAsync(concert));

        var views = await Task.WhenAll(devices.Select(d => Task.Run(() => stage.ScanAsync(d, tickets[0].Code), Cancel)));

        return views.Count(v => v.Verdict == Verdict.Admit);
    }

    /// <summary>A concert on Friday 9 July 2027, doors at 19:00, over at two in the morning; it is 19:30 on that day.</summary>
    private async Task<(EventView Concert, IReadOnlyList<SignedTicket> Tickets)> ConcertAsync(int tickets, string title = "Night Swimmers")
    {
        stage.Clock.Now = At("2027-06-01 12:00");
        var concert = await stage.AnEventAsync(title, new DateTime(2027, 7, 9, 19, 0, 0), new DateTime(2027, 7, 10, 2, 0, 0));
        var signed = await stage.TicketsAsync(concert, tickets);
        stage.Clock.Now = At("2027-07-09 19:30");
        return (concert, signed);
    }

    private static DateTimeOffset At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture).InstantAt("Europe/London");
}
