using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Sets stock aside the way a team does: <c>await AnAllocation.Of(night).With(5, "Standing").CodedAsync("CREW")</c>.</summary>
public sealed class AnAllocation
{
    private readonly MadeEvent _of;
    private readonly Dictionary<TicketTypeId, int?> _quantities = [];
    private DateTime? _ends;
    private IServiceProvider _services;

    private AnAllocation(MadeEvent of) => (_of, _services) = (of, of.By.Services);

    public static AnAllocation Of(MadeEvent of) => new(of);

    public AnAllocation With(int count, string type)
    {
        _quantities[_of.Types[type]] = count;
        return this;
    }

    /// <summary>As the clocks in London show it.</summary>
    public AnAllocation Until(DateTime wallClock)
    {
        _ends = wallClock;
        return this;
    }

    /// <summary>Through other services on the same database.</summary>
    public AnAllocation Through(IServiceProvider services)
    {
        _services = services;
        return this;
    }

    /// <summary>The outcome, for those who expect a refusal.</summary>
    /// <param name="known">The allocation to change; null for a new one.</param>
    public Task<Outcome<AllocationId>> TryAsync(AllocationId? known = null) =>
        _services.GetRequiredService<SaveAllocation>().RunAsync(_of.By.Access, _of.Id, known, new AllocationInput("Guest list", _ends, _quantities), TestContext.Current.CancellationToken);

    /// <summary>With a code that sells from it.</summary>
    public async Task<AllocationId> CodedAsync(string code, int? mostPerPerson = null)
    {
        var id = (await TryAsync()).Value;
        await ACode.For(_of).But(_ => new CodeInput(code, DiscountKind.Nothing, DiscountPer.Ticket, null, [], CountedBy: DiscountPer.Ticket, MostPerPerson: mostPerPerson) { Allocation = id }).CreatedAsync();
        return id;
    }
}
