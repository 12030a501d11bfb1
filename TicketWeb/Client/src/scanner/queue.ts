import type { Scan } from "./api.js";

/**
 * The scans that the server has not confirmed, oldest first. Each is written to IndexedDB before it is sent, so that neither
 * a reload nor an empty battery loses one. Where the browser refuses storage (private windows), memory alone has to do.
 */
export class Queue {
  readonly #scans = new Map<string, Scan>();

  private constructor(private readonly database: IDBDatabase | null) {}

  static async open(): Promise<Queue> {
    const database = await openDatabase().catch(withoutStorage);
    const queue = new Queue(database);
    const stored = database ? await finished<Scan[]>(database.transaction("scans").objectStore("scans").getAll()).catch(withoutStorage) : null;
    for (const scan of (stored ?? []).sort((a, b) => a.scannedAt.localeCompare(b.scannedAt)))
      queue.#scans.set(scan.id, scan);
    return queue;
  }

  get size(): number {
    return this.#scans.size;
  }

  all(): Scan[] {
    return [...this.#scans.values()];
  }

  async add(scan: Scan): Promise<void> {
    this.#scans.set(scan.id, scan);
    await this.#store(scans => scans.put(scan));
  }

  async remove(scan: Scan): Promise<void> {
    this.#scans.delete(scan.id);
    await this.#store(scans => scans.delete(scan.id));
  }

  async #store(change: (scans: IDBObjectStore) => IDBRequest): Promise<void> {
    try {
      if (this.database)
        await finished(change(this.database.transaction("scans", "readwrite").objectStore("scans")));
    } catch (error) {
      withoutStorage(error);
    }
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open("ticketweb-door", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("scans", { keyPath: "id" });
  return finished(opening);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function withoutStorage(error: unknown): null {
  console.warn("Scans are kept in memory only.", error);
  return null;
}
