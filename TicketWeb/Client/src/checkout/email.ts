const common = ["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com", "btinternet.com", "proton.me", "protonmail.com", "gmx.de", "gmx.net", "web.de", "orange.fr", "msn.com", "sky.com"];

/** Asks "Did you mean …?" where a well-known domain was missed by a letter or two. Only asks: unusual domains exist. */
export function hintAtTypos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=email]")) {
    const place = document.createElement("span");
    place.className = "hint";
    place.setAttribute("role", "status");
    input.after(place);
    const look = () => {
      const better = meant(input.value.trim());
      place.replaceChildren();
      if (!better) return;
      const take = document.createElement("button");
      take.type = "button";
      take.className = "link";
      take.textContent = better;
      take.addEventListener("click", () => {
        input.value = better;
        place.replaceChildren();
        input.focus();
      });
      place.append("Did you mean ", take, "?");
    };
    input.addEventListener("change", look);
    if (input.value) look();
  }
}

/** The address as it was probably meant; null when it may well be right. */
export function meant(address: string): string | null {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || domain.length < 4 || common.includes(domain)) return null;
  const near = common.map(known => ({ known, far: distance(domain, known) })).sort((a, b) => a.far - b.far)[0];
  return near && near.far <= (near.known.length > 7 ? 2 : 1) ? address.slice(0, at + 1) + near.known : null;
}

/** How many letters differ, two swapped neighbours counting once. */
function distance(a: string, b: string): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (older[j - 2] ?? 0) + 1 : Infinity;
      row[j] = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
