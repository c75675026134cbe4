// SPDX-License-Identifier: GPL-3.0-or-later

const kPatienceMs = 30_000;

/** Keeps everything in order of arrival and lets a test await what it needs to see. */
export class Journal {
  #entries = [];
  #waiting = new Set();

  get entries() {
    return this.#entries;
  }

  add(entry) {
    this.#entries.push(entry);
    for (const check of this.#waiting) check();
  }

  /**
   * The first entry from number `from` on that `matches`, now or when it comes. Rejects with a
   * sentence that names `what` after half a minute.
   */
  async find(what, matches, from = 0) {
    return this.#entries[await this.indexOf(what, matches, from)];
  }

  /** As find(), giving the number of the entry. */
  indexOf(what, matches, from = 0) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const seen = this.#entries.slice(-5).map((entry) => JSON.stringify(entry)).join('\n');
        reject(new Error(`There was no ${what} in ${kPatienceMs / 1000} s. Last seen:\n${seen}`));
      }, kPatienceMs);
      const check = () => {
        const index = this.#entries.findIndex((entry, i) => i >= from && matches(entry));
        if (index < 0) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(index);
      };
      this.#waiting.add(check);
      check();
    });
  }
}
