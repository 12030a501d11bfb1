// Constructed, not written into the page: the host's policy then needs no style-src for us.
const css = `
:host{display:block}
:host([hidden]){display:none}
:host(ticketweb-button){display:inline-block}
button{font:650 16px/1.2 ui-sans-serif,system-ui,sans-serif;min-height:48px;padding:0 24px;border:0;border-radius:10px;background:var(--tw-accent,#5a35e8);color:#fff;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid;outline-offset:2px}
iframe{display:block;width:100%;border:0;height:420px;color-scheme:normal;background:none}
p{font:16px/1.5 ui-sans-serif,system-ui,sans-serif;margin:0;padding:20px}
a{color:inherit}
dialog{width:min(560px,100%);height:100%;max-width:none;max-height:none;margin:0 0 0 auto;padding:0;border:0;background:Canvas;color:CanvasText;overflow:hidden}
dialog::backdrop{background:rgb(13 11 18/.6)}
dialog iframe{height:100%}
dialog p{padding-top:72px}
.shut{position:absolute;top:10px;right:10px;z-index:1;width:44px;min-height:44px;padding:0;border-radius:99px;background:#17141f;font-size:22px}
@media(max-width:600px){dialog{width:100%}}
@media(prefers-reduced-motion:no-preference){dialog[open]{animation:in .18s ease-out}@keyframes in{from{opacity:0;transform:translateX(24px)}}}`;

let sheet: CSSStyleSheet | undefined;

export function dress(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, set: Partial<HTMLElementTagNameMap[K]> = {}): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), set);
}
