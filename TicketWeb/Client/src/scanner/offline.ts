/** Lets the page itself be reloaded without a signal: a worker keeps it, and all it was made of, as last seen. */
export async function keepForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/door-worker.js", { scope: "/door" });
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType("resource").map(entry => entry.name).filter(name => name.startsWith(location.origin) && !name.includes("/api/"));
    active?.postMessage([location.pathname, ...parts]);
  } catch (error) {
    console.warn("The page cannot be kept for offline use.", error);
  }
}
