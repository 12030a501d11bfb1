namespace TicketWeb.Features.Organizations.Domain;

/// <summary>An account that works for an organization.</summary>
internal sealed class Member
{
    private Member()
    {
    }

    public MemberId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public Guid AccountId { get; private init; }

    public Role Role { get; private set; }

    public DateTimeOffset JoinedAt { get; private init; }

    public void Become(Role role) => Role = role;

    public static Member Join(OrganizationId organization, Guid account, Role role, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<MemberId>(),
        OrganizationId = organization,
        AccountId = account,
        Role = role,
        JoinedAt = now,
    };
}
