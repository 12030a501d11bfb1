import { pair, type Reply, type Scan, type Verdict } from "./scanner/api.js";
import { Camera, type CameraTrouble } from "./scanner/camera.js";
import { History } from "./scanner/history.js";
import { recall, remember } from "./scanner/memory.js";
import { keepForOffline } from "./scanner/offline.js";
import { Queue } from "./scanner/queue.js";
import { Screen, type Face } from "./scanner/screen.js";
import { Sender } from "./scanner/sender.js";
import { Signal } from "./scanner/signal.js";
import { watch } from "./scanner/watch.js";
import { listenForWedge } from "./scanner/wedge.js";

/** No code of ours is longer; what is, is cut, because all a server could say of it is that it is no ticket. */
const longestCode = 500;

const noCamera: Record<CameraTrouble, string> = {
  none: "",
  refused: "The camera is blocked. Allow it for this page in the browser's settings, then reload. You can type codes meanwhile.",
  missing: "No camera found. Plug in a scanner or type codes.",
  busy: "Another app is using the camera. Close it and tap here to try again.",
};

const screen = new Screen();
const signal = new Signal(invite);
const history = new History(screen.part("recent"));
const queue = await Queue.open();
const video = screen.part<HTMLVideoElement>("video");
let newest = "";

const sender = new Sender(queue, {
  changed: () => screen.link(sender.offlineSince, sender.waiting),
  occasion: occasion => {
    screen.say("event", occasion.event);
    screen.say("gate", [occasion.gate, occasion.when].filter(Boolean).join(" · "));
    screen.say("device", occasion.device);
    screen.figures(occasion.inside, occasion.expected);
  },
  late: (scan, reply) => {
    const face = asFace(reply);
    history.note(scan, face);
    if (scan.id === newest)
      show(face);
    else if (face.tone !== "admit")
      screen.part("open-more").dataset.news = ""; // Somebody went in on an unconfirmed code: do not let it pass unseen.
  },
  signedOut: () => {
    camera.stop();
    screen.say("unsent", sender.waiting === 0 ? "" : `${sender.waiting === 1 ? "1 scan waits" : `${sender.waiting} scans wait`} on this phone and will be sent once it is paired again.`);
    screen.page("out");
  },
});

const camera = new Camera(video, () => {
  screen.show("torch", camera.hasTorch);
  screen.part("torch").setAttribute("aria-pressed", String(camera.torchOn));
  screen.show("camera", camera.hasOthers);
  screen.show("trouble", camera.trouble !== "none");
  screen.say("trouble", noCamera[camera.trouble]);
});

async function take(code: string): Promise<void> {
  const scan: Scan = { id: crypto.randomUUID(), code: code.slice(0, longestCode), scannedAt: new Date().toISOString() };
  newest = scan.id;
  const slow = setTimeout(() => newest === scan.id && screen.checking(), 150);
  const reply = await sender.send(scan);
  clearTimeout(slow);
  if (reply.kind === "signed-out")
    return;

  const face = asFace(reply);
  history.note(scan, face);
  if (reply.kind === "done")
    screen.figures(reply.value.inside, reply.value.expected);
  if (newest === scan.id)
    show(face);
}

function show(face: Face): void {
  screen.verdict(face);
  signal.give(face.tone);
}

function invite(): void {
  screen.say("hint", signal.waitsForTouch ? "Tap once for sound" : "Point at a ticket");
}

function asFace(reply: Reply<Verdict>): Face {
  switch (reply.kind) {
    case "done": return reply.value;
    case "refused": return { tone: "refuse", word: "Not read", holder: "", type: "", detail: reply.sentence };
    case "unreachable":
    case "signed-out": return { tone: "unsure", word: "Not confirmed", holder: "No signal", type: "", detail: "Kept on this phone. It is checked as soon as the signal is back." };
  }
}

function startScanning(token: string): void {
  screen.page("scan");
  screen.link(sender.offlineSince, sender.waiting);
  invite();
  sender.start(token);
  void camera.start();
  void keepAwake();
}

async function keepAwake(): Promise<void> {
  await navigator.wakeLock?.request("screen").catch(() => undefined); // Low battery: the phone decides.
}

function startPairing(): void {
  const code = new URLSearchParams(location.hash.slice(1)).get("pair") ?? "";
  // Out of the address bar and the browser's history: what it pairs is this phone.
  window.history.replaceState(null, "", location.pathname);
  screen.part<HTMLInputElement>("code").value = code;
  screen.page("pair");
  screen.part<HTMLInputElement>(code ? "name" : "code").focus();
}

screen.part<HTMLFormElement>("pairing").addEventListener("submit", async event => {
  event.preventDefault();
  const button = screen.part<HTMLButtonElement>("pair");
  button.disabled = true;
  const reply = await pair(screen.part<HTMLInputElement>("code").value.trim(), screen.part<HTMLInputElement>("name").value.trim());
  button.disabled = false;
  screen.say("wrong", reply.kind === "refused" ? reply.sentence : reply.kind === "done" ? "" : "The server cannot be reached. Find a signal and try again.");
  if (reply.kind === "done") {
    remember("token", reply.value.token);
    startScanning(reply.value.token);
  } else {
    screen.part<HTMLInputElement>("code").focus();
  }
});

const typing = screen.part<HTMLDialogElement>("typing");
const more = screen.part<HTMLDialogElement>("more");
const typed = screen.part<HTMLInputElement>("typed");

screen.part<HTMLFormElement>("typing-form").addEventListener("submit", () => {
  const code = typed.value.trim();
  typed.value = "";
  if (code)
    void take(code);
});

const muted = screen.part<HTMLInputElement>("muted");
muted.checked = signal.muted = recall("muted") === "yes";
muted.addEventListener("change", () => {
  signal.muted = muted.checked;
  remember("muted", muted.checked ? "yes" : "");
  invite();
});

function signOut(): void {
  sender.stop();
  camera.stop();
  more.close();
  remember("token", "");
  startPairing();
}

const taps: Record<string, () => void> = {
  "torch": () => void camera.toggleTorch(),
  "camera": () => void camera.next(),
  "trouble": () => void camera.start(),
  "open-typing": () => typing.showModal(),
  "typing-close": () => typing.close(),
  "open-more": () => {
    delete screen.part("open-more").dataset.news;
    more.showModal();
  },
  "sign-out": signOut,
  "pair-again": signOut,
  "try-again": () => startScanning(recall("token")),
};
for (const [part, tap] of Object.entries(taps))
  screen.part(part).addEventListener("click", tap);
for (const dialog of [typing, more])
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());

document.addEventListener("visibilitychange", () => !document.hidden && void keepAwake());
listenForWedge(code => void (screen.part("scanning").hidden || take(code)));
watch(video, code => void take(code));
void keepForOffline();

const token = recall("token");
if (token && !location.hash.includes("pair="))
  startScanning(token);
else
  startPairing();
