using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("TicketWeb.Tests")]
