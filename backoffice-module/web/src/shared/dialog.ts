/** What had the focus when a dialog opened. */
const openers = new WeakMap<HTMLDialogElement, Element>();

/** For lit's `ref`: modal once it stands in the document; the browser then keeps the focus inside. */
export function showModal(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) {
      const { activeElement } = document;
      if (activeElement !== null) openers.set(element, activeElement);
      element.showModal();
    }
  });
}

/** Closes the dialog around what was pressed by its own `close`, which gives the focus back to where it was. */
export function closeAround(event: Event, answer?: string): void {
  (event.currentTarget as HTMLElement).closest("dialog")?.close(answer);
}

/**
 * Draws, and gives the keyboard a place where what had the focus is gone with it: a dialog's opener (a dialog that is
 * taken out of the document gives nothing back), else the line of the list it stood in, else the page's heading.
 */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const dialog = held?.closest("dialog") ?? null;
  const line = held?.closest("tr, li") ?? null;
  draw();
  if (held === null || held === root || held.isConnected) return;
  const opener = dialog === null ? undefined : openers.get(dialog);
  const places = [
    dialog?.isConnected === true ? dialog.querySelector("h2") : opener,
    line?.querySelector("button"),
    root.querySelector("h1"),
  ];
  const next = places.find((place) => place?.isConnected === true);
  if (next instanceof HTMLElement) next.focus({ preventScroll: next.tagName === "H1" });
}
