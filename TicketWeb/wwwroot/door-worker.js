// Keeps the door's page for reloads without a signal. The network is asked first, so that a phone with one is never behind.
// Scans are none of its business: the page keeps those itself.
const shelf = "ticketweb-door";

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("message", event => event.waitUntil(keepAll(event.data)));
addEventListener("fetch", event => {
  if (event.request.method === "GET" && !new URL(event.request.url).pathname.startsWith("/door/api/"))
    event.respondWith(networkFirst(event.request));
});

async function networkFirst(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(4000) });
    if (response.ok && !response.redirected)
      await keep(request, response.clone());
    return response.status >= 500 ? await kept(request) ?? response : response;
  } catch (error) {
    const response = await kept(request);
    if (response)
      return response;
    throw error;
  }
}

/** The first visit was made before this worker stood by: what it loaded is fetched once more, mostly from the browser's own cache. */
async function keepAll(addresses) {
  await Promise.all(addresses.map(async address => {
    const response = await fetch(address);
    if (response.ok && !response.redirected)
      await keep(address, response);
  }));
}

async function keep(request, response) {
  const cache = await caches.open(shelf);
  await cache.put(request, response);
}

async function kept(request) {
  const cache = await caches.open(shelf);
  return await cache.match(request);
}
