using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Demo;

/// <summary>What a fresh development database is filled with: made-up people and places, every state an event can be in.</summary>
internal static class DemoCatalogue
{
    private static readonly VenueInput HarbourHall = new("Harbour Hall", "8 Canon's Road", "Bristol", "BS1 5UH", "GB", "Europe/London", 600, TaxPercent: "20");
    private static readonly VenueInput BoatShed = new("The Boat Shed", "Wapping Wharf", "Bristol", "BS1 4RW", "GB", "Europe/London", 120);
    private static readonly VenueInput Riverside = new("Riverside Meadow", "Cumberland Road", "Bristol", "BS1 6UX", "GB", "Europe/London", 3000);
    private static readonly VenueInput FireStation = new("Old Fire Station", "40 George Street", "Oxford", "OX1 2AQ", "GB", "Europe/London", 180);
    private static readonly VenueInput Exchange = new("The Exchange", "11 Call Lane", "Leeds", "LS1 7BT", "GB", "Europe/London", 250);

    public static IReadOnlyList<DemoOrganization> Organizations { get; } =
    [
        new("Harbour Hall", "demo@harbourhall.example", "Ada Quayle", [HarbourHall, BoatShed, Riverside],
        [
            new("Harbour Hall", "Night Swimmers", Category.Music, 12, new(20, 0), 3, "Two sets, one with the string quartet.",
                "Two sets, one with the string quartet. Doors open an hour early with a **short film from the tour** in the bar.\n\n- Step-free to all floors\n- Hearing loop in the hall",
                ["Night Swimmers", "Paper Lung", "DJ Oriel"],
                [
                    new("Standing", "Floor, unreserved", "25", [("Room", 600), ("Floor", 450)], Sold: 64),
                    new("Balcony", "Seated, unreserved", "31.50", [("Room", 600), ("Balcony", 150)], Sold: 21),
                ], AgeLimit: 14, Codes:
                [
                    new(new("EARLY", DiscountKind.Percent, DiscountPer.Ticket, "20", [], MostUses: 50)),
                    new(new("FRIENDS", DiscountKind.Flat, DiscountPer.Order, "10", [], MostPerPerson: 1)),
                ]),
            new("Harbour Hall", "Marble Choir", Category.Music, 20, new(19, 30), 2.5, "Forty voices, no microphones.",
                "Forty voices in the round, from Tallis to last year. No interval.", ["Marble Choir"],
                [new("Seat", "Unreserved", "18", [("Hall", 40)], Sold: 40)]),
            new("The Boat Shed", "Tuesday Tapas", Category.Food, 9, new(18, 30), 3, "Six small plates and a story with each.",
                "Six small plates, one long table. Tell us about allergies when you arrive.", ["Chef Inés Robledo"],
                [new("Place at the table", "Food included", "42", [("Table", 32)], Sold: 26, Most: 4)],
                AddOns: [new("Welcome drink", "Sherry, or something without", "6.50", 60, IncludedPer: IncludedPer.Ticket)], On: DayOfWeek.Tuesday),
            new("Harbour Hall", "Low Tide", Category.Club, 26, new(22, 0), 6, "House and dub until four.",
                "Two rooms, one bar, no phones on the floor.", ["Oriel", "Mother Static", "Kelp"],
                [
                    new("First release", "The first sixty", "10", [("Club", 500), ("First release", 60)], Sold: 46),
                    new("Full price", "", "14", [("Club", 500)], Sold: 8),
                    new("Friends of the house", "With a drink on us", "8", [("Club", 500), ("Friends", 40)], Most: 2, Hidden: true),
                ], AgeLimit: 18, Codes: [new(new("HARBOURLIGHTS", DiscountKind.Nothing, DiscountPer.Ticket, null, [], MostPerPerson: 1), "Friends of the house")], Desk: true),
            new("Riverside Meadow", "Lanterns by the River", Category.Festival, 64, new(11, 0), 58, "Three days of music, lanterns and mud.",
                "One ticket covers all three days; camping is across the bridge.",
                ["The Long Drove", "Salt Parade", "Paper Lung", "Ballast", "Hedge School"],
                [
                    new("Weekend", "All three days", "95", [("Meadow", 3000)], Sold: 38, Tiers: [new(null, "Early bird", "80", Most: 50)]),
                    new("Weekend with camping", "One tent pitch for up to four", "125", [("Meadow", 3000), ("Pitches", 400)], Sold: 16),
                ], Doors: false, AddOns:
                [
                    new("Parking", "One car, all three days", "18", 250, Most: 1),
                    new("Lantern shirt", "Printed on the day, all sizes", "22", 40),
                    new("Tent lamp", "Bring it back, or keep it", "9", null, GoesWith: ["Weekend with camping"], IncludedPer: IncludedPer.Order, Most: 0),
                ], On: DayOfWeek.Friday),
            new("Harbour Hall", "The Understudies", Category.Theatre, 33, new(19, 30), 2.25, "A comedy about everybody who is not on stage.",
                "The lead is ill, the second is stuck on a train. A play about the people who know every line and never say one.", ["Upstage Left"],
                [
                    new("Stalls", "", "22", [("House", 220), ("Stalls", 160)], OnSaleInDays: 4),
                    new("Circle", "", "16", [("House", 220), ("Circle", 60)], OnSaleInDays: 4),
                ]),
            new("Harbour Hall", "New Year Late", Category.Club, 39, new(21, 30), 6, "Not announced yet.", "", [], [new("Entry", "", "20", [("Club", 500)])], Draft: true),
        ], Desk: "desk@harbourhall.example"),
        new("Small Rooms", "demo@smallrooms.example", "Ben Tarrow", [FireStation, Exchange],
        [
            new("Old Fire Station", "The Long Walk Home", Category.Talk, 13, new(19, 30), 1.5, "A thousand miles on foot, told in ninety minutes.",
                "From Land's End the wrong way round. Slides, maps and sore feet.", ["Mara Ellwood"],
                [new("Seat", "Unreserved", "12", [("Room", 180)], Sold: 33), new("Student", "Bring your card", "6", [("Room", 180), ("Student seats", 40)], Sold: 9)]),
            new("The Exchange", "Small Rooms, Big Ideas", Category.Talk, 17, new(18, 30), 2, "Five speakers, ten minutes each, no slides.",
                "An evening of short talks about long thoughts. Free, but please register: the room is small.", ["Five speakers"],
                [new("Registration", "One place", "0", [("Room", 90)], Sold: 31, Most: 2)], Doors: false),
            new("The Exchange", "Laugh Track", Category.Comedy, 23, new(20, 0), 2, "Four comics try new hours.",
                "Work in progress, so expect notes, wrong turns and the best joke of the year.", ["Jo Pemberley", "Sid Marsh", "Nadia Okoro", "Tom Vale"],
                [new("Seat", "", "9", [("Room", 60)], Sold: 52)]),
            new("Old Fire Station", "Silver Nitrate", Category.Film, 30, new(19, 0), 2.25, "Three silent films with a live piano.",
                "Restored prints and a piano that keeps up.", ["At the piano: Ines Calder"],
                [
                    new("Seat", "", "11", [("Screen", 140)], Sold: 18),
                    new("Supporter", "A seat, and a new reel for the archive", "15", [("Screen", 140)], ChoosesAmount: true),
                ]),
            new("The Exchange", "Bind Your Own Book", Category.Workshop, 37, new(10, 0), 5, "Leave with a hardback you made yourself.",
                "Paper, thread and glue are here. No experience needed.", ["Hester Lane"],
                [new("Place", "All materials included", "48", [("Bench", 12)], Sold: 9, Most: 3)], Doors: false),
            new("Old Fire Station", "First Light 10K", Category.Sport, 48, new(7, 0), 4, "Along the canal while the town sleeps.",
                "Chip timing, hot porridge at the end.", [],
                [new("Runner", "", "15", [("Start", 800)], Sold: 24)], Doors: false),
        ]),
    ];
}
