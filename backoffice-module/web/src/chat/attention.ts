/** Puts a few signs before the page's title, and takes them away again. */
export class AttentionTitle {
  #shown: string | null = null;
  #plain = "";

  /** `signs` stand before the title; "" restores it. */
  show(signs: string): void {
    // The page may have changed its title itself since.
    if (this.#shown !== null && document.title === this.#shown) document.title = this.#plain;
    this.#shown = null;
    if (signs === "") return;
    this.#plain = document.title;
    this.#shown = document.title = `${signs} ${this.#plain}`;
  }
}
