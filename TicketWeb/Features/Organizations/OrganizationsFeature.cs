using TicketWeb.Features.Organizations.UseCases;

namespace TicketWeb.Features.Organizations;

public static class OrganizationsFeature
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services
        .AddSingleton<IOrganizations, OrganizationDirectory>()
        .AddSingleton<CreateOrganization>()
        .AddSingleton<AllowEmbedding>()
        .AddSingleton<SaveLegalDetails>()
        .AddSingleton<ListMembers>()
        .AddSingleton<InviteMember>()
        .AddSingleton<WithdrawInvitation>()
        .AddSingleton<FindInvitation>()
        .AddSingleton<AcceptInvitation>()
        .AddSingleton<ChangeRole>()
        .AddSingleton<RemoveMember>();
}
