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

/** Keeps the session in the given storage, and in memory where the browser denies storage. */
export class SessionStore {
  private memory: Session | undefined;

  constructor(private readonly server: string, private readonly storage: () => Storage) {}

  load(): Session | undefined {
    try {
      const text = this.storage().getItem(sessionKey(this.server));
      const session = text ? (JSON.parse(text) as Partial<Session>) : undefined;
      if (session?.conversationId && session.token) return session as Session;
    } catch { /* denied or damaged storage: only this page remembers */ }
    return this.memory;
  }

  save(session: Session): void {
    this.memory = session;
    try {
      this.storage().setItem(sessionKey(this.server), JSON.stringify(session));
    } catch { /* as above */ }
  }

  update(change: Partial<Session>): void {
    const session = this.load();
    if (session) this.save({ ...session, ...change });
  }

  clear(): void {
    this.memory = undefined;
    try {
      this.storage().removeItem(sessionKey(this.server));
    } catch { /* as above */ }
  }
}
