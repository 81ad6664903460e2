const held = new Map<string, string>();

/**
 * What outlives a reload of this tab, and ends with it. Browsers that block storage throw at its
 * mere name: there it lives as long as the page, which is enough for everything but a reload.
 */
export const tabStore = {
  get: (key: string): string | null =>
    held.get(key) ?? attempt(() => sessionStorage.getItem(key)) ?? null,

  set(key: string, value: string): void {
    held.set(key, value);
    attempt(() => sessionStorage.setItem(key, value));
  },

  remove(key: string): void {
    held.delete(key);
    attempt(() => sessionStorage.removeItem(key));
  },
};

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
