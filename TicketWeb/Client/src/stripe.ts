// Where Stripe takes the money: its fields on the pay page, and what a bank still wants from the buyer on the page after it.
import { askForCard } from "./stripe/fields";
import { askForBank } from "./stripe/next";

askForCard();
askForBank();
