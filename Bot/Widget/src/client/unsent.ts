import type { Activity } from './protocol';
import type { KeyValueStorage } from './storage';

/** A message that the server has not confirmed. */
export interface Unsent {
  key: string;
  activity: Activity;
  /** When it was sent, in milliseconds since the epoch. */
  at: number;
  /** Its files, which no storage keeps: only their names are left after a reload. */
  files?: string[];
}

/** Keeps what was not sent yet, so that a reload does not lose it. The server recognises a repetition by the key. */
export class UnsentStore {
  private readonly name: string;

  constructor(server: string, private readonly storage: KeyValueStorage) {
    this.name = `policy-assistant:unsent:${server}`;
  }

  load(): Unsent[] {
    try {
      const list: unknown = JSON.parse(this.storage.getItem(this.name) ?? '[]');
      return Array.isArray(list) ? list.filter((u): u is Unsent => typeof u?.key === 'string' && typeof u.activity?.type === 'string') : [];
    } catch {
      return [];
    }
  }

  add(unsent: Unsent): void {
    this.save([...this.load().filter(u => u.key !== unsent.key), unsent]);
  }

  remove(key: string): void {
    const list = this.load();
    if (list.some(u => u.key === key)) this.save(list.filter(u => u.key !== key));
  }

  private save(list: Unsent[]): void {
    if (list.length > 0) this.storage.setItem(this.name, JSON.stringify(list));
    else this.storage.removeItem(this.name);
  }
}
