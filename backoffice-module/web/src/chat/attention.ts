/** Puts the number of unread messages before the page's title while there are any. */
export class AttentionTitle {
  #plain: string | null = null;

  show(unread: number): void {
    if (this.#plain !== null) document.title = this.#plain;
    this.#plain = null;
    if (unread === 0) return;
    this.#plain = document.title;
    document.title = `(${unread}) ${this.#plain}`;
  }
}
