/** Shows the share button where the device can share; elsewhere there is the address bar. */
export function offerSharing(): void {
  if (!navigator.share) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      // Closing the sheet without sharing is no error.
      navigator.share({ title: document.title, url: button.dataset["share"] || location.href }).catch(() => undefined);
    });
  }
}
