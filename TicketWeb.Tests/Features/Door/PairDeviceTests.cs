using Shouldly;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Door;

public sealed class PairDeviceTests(DoorFixture stage) : IClassFixture<DoorFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_pairs_one_device_once()
    {
        var code = (await CodeAsync()).Code;

        var paired = (await PairAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Value;
        (await PairAsync(code)).Refusal.ShouldBe(new PairingFailed());

        var device = (await RecogniseAsync(paired.Token)).Value;
        (device.Name, device.Gate).ShouldBe(("Main entrance", "Gate A"));
    }

    [Fact]
    public async Task Ten_phones_that_show_one_code_at_once_are_one_device()
    {
        var code = (await CodeAsync()).Code;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PairAsync(code)));
        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_is_good_for_a_quarter_of_an_hour()
    {
        var code = await CodeAsync();
        stage.Clock.Now = code.ExpiresAt;
        (await PairAsync(code.Code)).Refusal.ShouldBe(new PairingFailed());
    }

    [Fact]
    public async Task Five_wrong_guesses_end_a_code()
    {
        var code = (await CodeAsync()).Code;
        var guess = code[..^1] + (code[^1] == 'A' ? 'B' : 'A');
        for (var i = 0; i < 5; i++)
            (await PairAsync(guess)).Refusal.ShouldBe(new PairingFailed());

        (await PairAsync(code)).Refusal.ShouldBe(new PairingFailed());
    }

    [Fact]
    public async Task A_device_without_a_name_is_asked_for_one_and_may_try_again()
    {
        var code = (await CodeAsync()).Code;
        (await stage.Get<PairDevice>().RunAsync(code, " ", Cancel)).Refusal.ShouldBeOfType<InvalidInput>().For("name").ShouldNotBeNull();
        (await PairAsync(code)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_device_is_signed_out_at_once()
    {
        var paired = (await PairAsync((await CodeAsync()).Code)).Value;
        var device = (await RecogniseAsync(paired.Token)).Value;

        (await stage.Get<RevokeDevice>().RunAsync(stage.Rival, device.Id, Cancel)).Refusal.ShouldBe(new NotFound("device"));
        (await RecogniseAsync(paired.Token)).Refusal.ShouldBeNull();
        (await stage.Get<RevokeDevice>().RunAsync(stage.Owner, device.Id, Cancel)).Refusal.ShouldBeNull();
        (await RecogniseAsync(paired.Token)).Refusal.ShouldBe(new DeviceSignedOut());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic YTpi")]
    public async Task Anything_else_is_no_device(string? header) =>
        (await stage.Get<RecogniseDevice>().RunAsync(header, Cancel)).Refusal.ShouldBe(new DeviceSignedOut());

    [Fact]
    public async Task Neither_code_nor_token_can_be_read_from_the_database()
    {
        var code = (await CodeAsync()).Code.Replace("-", "", StringComparison.Ordinal);
        var token = (await PairAsync(code)).Value.Token;

        var stored = await stage.SqlAsync("select string_agg(t::text, ' ') from (select c::text from door.pairing_codes c union all select d::text from door.devices d) as all_rows (t)");

        stored.ShouldNotBeNull().ShouldNotContain(code);
        stored.ShouldNotContain(token);
    }

    [Fact]
    public async Task Only_who_manages_the_door_of_this_organization_makes_codes_and_sees_devices()
    {
        var concert = await ConcertAsync();
        var onlooker = stage.Owner with { Role = Role.ReadOnly };
        await stage.ADeviceAsync(concert);

        (await stage.Get<CreatePairing>().RunAsync(stage.Rival, concert.Id, "", Cancel)).Refusal.ShouldBe(new NotFound("event"));
        (await stage.Get<CreatePairing>().RunAsync(onlooker, concert.Id, "", Cancel)).Refusal.ShouldBe(new NotFound("event"));
        (await stage.Get<ListDevices>().RunAsync(stage.Rival, concert.Id, Cancel)).ShouldBeEmpty();
        (await stage.Get<ListDevices>().RunAsync(onlooker, concert.Id, Cancel)).ShouldBeEmpty();
        (await stage.Get<ListDevices>().RunAsync(stage.Owner, concert.Id, Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Main entrance");
    }

    private Task<EventView> ConcertAsync() => stage.AnEventAsync("Night Swimmers", new DateTime(2028, 3, 10, 19, 0, 0), new DateTime(2028, 3, 10, 23, 0, 0));

    private async Task<NewPairing> CodeAsync() => (await stage.Get<CreatePairing>().RunAsync(stage.Owner, (await ConcertAsync()).Id, "Gate A", Cancel)).Value;

    private Task<Outcome<PairedDevice>> PairAsync(string code) => stage.Get<PairDevice>().RunAsync(code, "Main entrance", Cancel);

    private Task<Outcome<DeviceAccess>> RecogniseAsync(string token) => stage.Get<RecogniseDevice>().RunAsync($"Bearer {token}", Cancel);
}
