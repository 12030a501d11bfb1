using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Components.Account;
using Xunit;

namespace TicketWeb.Tests.Features.Organizations;

[Collection(AccountsCollection.Name)]
public sealed class TeamTests(AccountsApp app)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_person_joins_with_the_role_they_were_asked_for()
    {
        var owner = await FoundAsync();
        var (account, email) = await PersonAsync();
        (await Get<InviteMember>().RunAsync(owner, email.ToUpperInvariant(), Role.BoxOffice, Cancel)).Refusal.ShouldBeNull();

        var slug = (await Get<AcceptInvitation>().RunAsync(account, SecretTo(email.ToUpperInvariant()), Cancel)).Value;

        var membership = await Get<IOrganizations>().FindMembershipAsync(account, slug, Cancel);
        membership!.Access.Role.ShouldBe(Role.BoxOffice);
        (await TeamOf(owner)).Invitations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("New", "new-2")]
    [InlineData("Operations", "operations-2")]
    public async Task An_organization_does_not_take_the_address_of_a_page(string name, string slug) =>
        (await Get<CreateOrganization>().RunAsync(Guid.NewGuid(), name, "Europe/London", "GBP", "office@lantern.example", Cancel)).Value.ShouldBe(slug);

    [Fact]
    public async Task An_invitation_serves_once_and_for_its_address_alone()
    {
        var owner = await FoundAsync();
        var (account, email) = await PersonAsync();
        var (stranger, _) = await PersonAsync();
        await Get<InviteMember>().RunAsync(owner, email, Role.Door, Cancel);
        var secret = SecretTo(email);

        (await Get<AcceptInvitation>().RunAsync(stranger, secret, Cancel)).Refusal.ShouldBeOfType<InvitedSomeoneElse>();
        (await Get<AcceptInvitation>().RunAsync(account, secret, Cancel)).Refusal.ShouldBeNull();
        (await Get<AcceptInvitation>().RunAsync(account, secret, Cancel)).Refusal.ShouldBeOfType<InvitationExpired>();
    }

    [Fact]
    public async Task Asking_again_ends_the_older_link_and_withdrawing_ends_the_newer()
    {
        var owner = await FoundAsync();
        var (account, email) = await PersonAsync();
        await Get<InviteMember>().RunAsync(owner, email, Role.Door, Cancel);
        var older = SecretTo(email);
        var id = (await Get<InviteMember>().RunAsync(owner, email, Role.Manager, Cancel)).Value;
        var newer = SecretTo(email);

        (await Get<FindInvitation>().RunAsync(older, Cancel)).Refusal.ShouldBeOfType<InvitationExpired>();
        (await Get<FindInvitation>().RunAsync(newer, Cancel)).Value.Role.ShouldBe(Role.Manager);
        (await Get<WithdrawInvitation>().RunAsync(owner, id, Cancel)).Refusal.ShouldBeNull();
        (await Get<AcceptInvitation>().RunAsync(account, newer, Cancel)).Refusal.ShouldBeOfType<InvitationExpired>();
    }

    [Fact]
    public async Task Whoever_is_removed_may_nothing_any_more_even_with_a_page_still_open()
    {
        var owner = await FoundAsync();
        var admin = await AddAsync(owner, Role.Admin);
        await Get<RemoveMember>().RunAsync(owner, await MemberOf(owner, admin), Cancel);

        (await Get<IOrganizations>().MembershipsOfAsync(admin.AccountId, Cancel)).ShouldBeEmpty();
        (await Get<ListMembers>().RunAsync(admin, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<InviteMember>().RunAsync(admin, "friend@example.org", Role.Admin, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<ChangeRole>().RunAsync(admin, await MemberOf(owner, owner), Role.Door, Cancel)).Refusal.ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task The_last_owner_stays_and_stays_owner()
    {
        var owner = await FoundAsync();
        var me = await MemberOf(owner, owner);

        (await Get<RemoveMember>().RunAsync(owner, me, Cancel)).Refusal.ShouldBeOfType<LastOwner>();
        (await Get<ChangeRole>().RunAsync(owner, me, Role.Admin, Cancel)).Refusal.ShouldBeOfType<LastOwner>();
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        var first = await FoundAsync();
        var second = await AddAsync(first, Role.Owner);
        var (firstId, secondId) = (await MemberOf(first, first), await MemberOf(first, second));

        var outcomes = await Task.WhenAll(Get<RemoveMember>().RunAsync(first, secondId, Cancel), Get<RemoveMember>().RunAsync(second, firstId, Cancel));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
    }

    [Fact]
    public async Task An_admin_makes_no_owner_and_unmakes_none()
    {
        var owner = await FoundAsync();
        var admin = await AddAsync(owner, Role.Admin);

        (await Get<InviteMember>().RunAsync(admin, "friend@example.org", Role.Owner, Cancel)).Refusal.ShouldBeOfType<OwnersOnly>();
        (await Get<ChangeRole>().RunAsync(admin, await MemberOf(owner, admin), Role.Owner, Cancel)).Refusal.ShouldBeOfType<OwnersOnly>();
        (await Get<ChangeRole>().RunAsync(admin, await MemberOf(owner, owner), Role.Door, Cancel)).Refusal.ShouldBeOfType<OwnersOnly>();
        (await Get<RemoveMember>().RunAsync(admin, await MemberOf(owner, owner), Cancel)).Refusal.ShouldBeOfType<OwnersOnly>();
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Door)]
    [InlineData(Role.ReadOnly)]
    public async Task Others_leave_the_team_alone_but_may_leave_it(Role role)
    {
        var owner = await FoundAsync();
        var member = await AddAsync(owner, role);

        (await Get<ListMembers>().RunAsync(member, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<InviteMember>().RunAsync(member, "friend@example.org", Role.Door, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<RemoveMember>().RunAsync(member, await MemberOf(owner, owner), Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<RemoveMember>().RunAsync(member, await MemberOf(owner, member), Cancel)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Another_organizations_ids_are_not_found()
    {
        var ours = await FoundAsync();
        var theirs = await FoundAsync();
        var theirMember = await MemberOf(theirs, theirs);
        var theirInvitation = (await Get<InviteMember>().RunAsync(theirs, "somebody@example.org", Role.Door, Cancel)).Value;

        (await Get<ChangeRole>().RunAsync(ours, theirMember, Role.Door, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<RemoveMember>().RunAsync(ours, theirMember, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Get<WithdrawInvitation>().RunAsync(ours, theirInvitation, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await TeamOf(theirs)).Invitations.ShouldHaveSingleItem();
    }

    private T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    private async Task<Access> FoundAsync()
    {
        var (account, email) = await PersonAsync();
        var slug = (await Get<CreateOrganization>().RunAsync(account, $"Harbour {Guid.NewGuid():N}", "Europe/London", "GBP", email, Cancel)).Value;
        return (await Get<IOrganizations>().FindMembershipAsync(account, slug, Cancel))!.Access;
    }

    private async Task<Access> AddAsync(Access owner, Role role)
    {
        var (account, email) = await PersonAsync();
        (await Get<InviteMember>().RunAsync(owner, email, role, Cancel)).Refusal.ShouldBeNull();
        (await Get<AcceptInvitation>().RunAsync(account, SecretTo(email), Cancel)).Refusal.ShouldBeNull();
        return new Access(account, owner.OrganizationId, role);
    }

    private async Task<Team> TeamOf(Access access) => (await Get<ListMembers>().RunAsync(access, Cancel)).Value;

    private async Task<MemberId> MemberOf(Access viewer, Access who) => (await TeamOf(viewer)).Members.Single(m => m.AccountId == who.AccountId).Id;

    private string SecretTo(string email) => new Uri(app.Letters.To(email, "invitation")[^1].Text).Query.Split("secret=")[1];

    private async Task<(Guid Id, string Email)> PersonAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account { Email = email, UserName = email, DisplayName = "Sam Okafor", EmailConfirmed = true };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Visitor.Password)).Succeeded.ShouldBeTrue();
        return (account.Id, email);
    }
}
