// What makes choosing and paying smoother where scripts run. Every page it touches works without it.
import { groupCardFields } from "./checkout/card";
import { runCountdowns } from "./checkout/countdown";
import { hintAtTypos } from "./checkout/email";
import { watchGetBar } from "./checkout/getbar";
import { keyForms } from "./checkout/once";
import { goOnWhenOver } from "./checkout/over";
import { payOnce } from "./checkout/pay";
import { offerSharing } from "./checkout/share";
import { enhanceSteppers } from "./checkout/stepper";
import { keepTotals } from "./checkout/total";

enhanceSteppers();
keepTotals();
goOnWhenOver();
runCountdowns();
hintAtTypos();
groupCardFields();
payOnce();
keyForms();
watchGetBar();
offerSharing();
document.querySelector<HTMLElement>("[data-error-summary]")?.focus();
