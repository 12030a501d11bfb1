// Passkeys on the sign-in and security pages. The forms work without it; this asks the browser for the credential and posts it with them.

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

const base64url = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function optionsFrom(path: string, form: HTMLFormElement): Promise<never> {
  const answer = await fetch(path, { method: "POST", headers: { RequestVerificationToken: field(form, "__RequestVerificationToken").value } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as never;
}

/** Some password managers hand out credentials without a working toJSON. */
function asJson(credential: PublicKeyCredential): string {
  try {
    return JSON.stringify(credential.toJSON());
  } catch {
    const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
    const encoded = (buffer: ArrayBuffer | null | undefined) => (buffer ? base64url(buffer) : undefined);
    return JSON.stringify({
      id: credential.id,
      rawId: base64url(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: {
        clientDataJSON: encoded(response.clientDataJSON),
        attestationObject: encoded(response.attestationObject),
        authenticatorData: encoded(response.authenticatorData ?? response.getAuthenticatorData?.()),
        signature: encoded(response.signature),
        userHandle: encoded(response.userHandle),
        transports: response.getTransports?.(),
      },
    });
  }
}

function say(form: HTMLFormElement, sentence: string) {
  form.querySelector("[data-passkey-status]")!.textContent = sentence;
}

/** What to tell someone whose browser gave no passkey. Changing one's mind is no error. */
function reason(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "Nothing was done. Try again whenever you like.";
  if (name === "InvalidStateError") return "This device has a passkey for this account already.";
  return "That did not work here. Use your password, or try again in a minute.";
}

let waiting: AbortController | undefined;

async function get(form: HTMLFormElement, mediation?: CredentialMediationRequirement) {
  waiting?.abort();
  const mine = (waiting = new AbortController());
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await optionsFrom("/account/passkeys/sign-in", form));
  if (mine.signal.aborted) return;
  const credential = await navigator.credentials.get({ publicKey, signal: mine.signal, ...(mediation ? { mediation } : {}) });
  if (credential) post(form, credential as PublicKeyCredential);
}

async function create(form: HTMLFormElement) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await optionsFrom("/account/passkeys/new", form));
  const credential = await navigator.credentials.create({ publicKey });
  if (credential) post(form, credential as PublicKeyCredential);
}

function post(form: HTMLFormElement, credential: PublicKeyCredential) {
  field(form, "credential").value = asJson(credential);
  form.submit();
}

function offer(form: HTMLFormElement, ask: () => Promise<void>) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say(form, "");
    const button = form.querySelector("button")!;
    button.disabled = true;
    try {
      await ask();
    } catch (error) {
      say(form, reason(error));
    } finally {
      button.disabled = false;
    }
  });
}

const can = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
const signIn = document.querySelector<HTMLFormElement>("[data-passkey-sign-in]");
const add = document.querySelector<HTMLFormElement>("[data-passkey-add]");

if (can && add) {
  offer(add, () => create(add));
  document.querySelector<HTMLElement>("[data-passkey-missing]")!.hidden = true;
}

if (can && signIn) {
  offer(signIn, () => get(signIn));
  // Passkeys appear among the browser's suggestions for the e-mail field; whoever types instead notices nothing.
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) await get(signIn, "conditional").catch(() => undefined);
}
