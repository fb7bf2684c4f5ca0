/** The part of Storage that the widget uses. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function memoryStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
  };
}

/** The browser's storage; what it refuses to keep (denied, full) is kept in memory. */
export function safeStorage(storage: () => Storage): KeyValueStorage {
  const memory = memoryStorage();
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    getItem: key => memory.getItem(key) ?? attempt(() => storage().getItem(key)) ?? null,
    setItem: (key, value) => {
      memory.setItem(key, value);
      attempt(() => {
        storage().setItem(key, value);
        memory.removeItem(key);
      });
    },
    removeItem: key => {
      memory.removeItem(key);
      attempt(() => storage().removeItem(key));
    },
  };
}
