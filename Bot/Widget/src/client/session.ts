import type { KeyValueStorage } from './storage';

/** What is remembered about a visitor's conversation with one server, so that a reload or a later visit resumes it. */
export interface Session {
  conversationId: string;
  token: string;
  /** When the token stops working, in milliseconds since the epoch. */
  expiresAt: number;
  resume?: string;
  /** Id of the last activity that the visitor has seen. */
  seen?: string;
}

export const sessionKey = (server: string): string => `policy-assistant:${server}`;

/** Keeps the session in a storage that the tabs of the browser share. */
export class SessionStore {
  constructor(private readonly server: string, private readonly storage: KeyValueStorage) {}

  load(): Session | undefined {
    try {
      const session = JSON.parse(this.storage.getItem(sessionKey(this.server)) ?? '{}') as Partial<Session>;
      return session.conversationId && session.token ? (session as Session) : undefined;
    } catch {
      return undefined; // Damaged: as if there were none.
    }
  }

  save(session: Session): void {
    this.storage.setItem(sessionKey(this.server), JSON.stringify(session));
  }

  update(change: Partial<Session>): void {
    const session = this.load();
    if (session) this.save({ ...session, ...change });
  }

  clear(): void {
    this.storage.removeItem(sessionKey(this.server));
  }
}
