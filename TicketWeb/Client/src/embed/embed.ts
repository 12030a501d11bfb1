// <script async src="…/embed/v1.js">: sells tickets on somebody else's page. Needs script-src and frame-src, nothing else.
import { Buying } from "./buying";
import { dress, make } from "./look";
import { openSheet } from "./sheet";

class TicketwebButton extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    dress(root);
    const accent = this.getAttribute("accent");
    if (accent) this.style.setProperty("--tw-accent", accent.replace(/^(?=[\da-f]{6}$)/i, "#"));
    const button = make("button", { type: "button" });
    button.setAttribute("part", "button");
    button.append(make("slot", { textContent: "Buy tickets" }));
    button.addEventListener("click", () => openSheet(this, root));
    root.append(button);
  }
}

class TicketwebWidget extends HTMLElement {
  connectedCallback(): void {
    if (!this.shadowRoot) inline(this);
  }
}

function inline(host: HTMLElement): void {
  const root = host.attachShadow({ mode: "open" });
  dress(root);
  new Buying(host, root, false, () => undefined);
}

if (!customElements.get("ticketweb-button")) {
  customElements.define("ticketweb-button", TicketwebButton);
  customElements.define("ticketweb-widget", TicketwebWidget);
  // For site builders that strip unknown tags. The page may still be loading when an async script runs.
  const plain = () => document.querySelectorAll<HTMLElement>("[data-ticketweb-widget]").forEach(host => host.shadowRoot ?? inline(host));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", plain);
  else plain();
}
