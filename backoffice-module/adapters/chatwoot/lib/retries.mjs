// What has to happen although the other side is away for a moment.

/** A restart of Visavis takes less than the last of these, milliseconds. */
export const PAUSES_MS = [1_000, 5_000, 30_000];

export class Retries {
  #pauses;
  /** The latest turn under each name: an older one gives up. */
  #turns = new Map();

  /** @param {number[]} [pauses] milliseconds between one try and the next */
  constructor(pauses = PAUSES_MS) {
    this.#pauses = pauses;
  }

  /** What was begun under this name is out of date: it is not tried again. */
  supersede(name) {
    this.#turns.delete(name);
  }

  /**
   * Tries until it is done, superseded, or has failed after the last pause.
   *
   * @param {string} name
   * @param {() => Promise<void>} action
   * @throws what the last try threw
   */
  async run(name, action) {
    const turn = {};
    this.#turns.set(name, turn);
    try {
      for (const pause of this.#pauses) {
        try {
          return await action();
        } catch {
          await new Promise((done) => setTimeout(done, pause).unref());
          if (this.#turns.get(name) !== turn) return;
        }
      }
      await action();
    } finally {
      if (this.#turns.get(name) === turn) this.#turns.delete(name);
    }
  }
}
