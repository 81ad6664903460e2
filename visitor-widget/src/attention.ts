/** Calls a person back to a page they are not looking at, by its title, a quiet sound and, where they allowed it before, a notification. */
export class Attention {
  #title: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #seen = (): void => {
    if (!document.hidden) this.clear();
  };

  /** Sounds; in a hidden page also flashes the title and notifies. */
  call(text: string, detail: string): void {
    chime();
    if (!document.hidden) return;
    this.clear();
    this.#title = document.title;
    let on = false;
    const flash = () => {
      on = !on;
      document.title = on ? `● ${text}` : (this.#title ?? "");
    };
    flash();
    this.#timer = setInterval(flash, 1200);
    document.addEventListener("visibilitychange", this.#seen);
    notify(text, detail);
  }

  /** Puts the title back. */
  clear(): void {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#seen);
    if (this.#title !== undefined) document.title = this.#title;
    this.#title = undefined;
  }
}

/** Never asks for permission: a stranger's website would be asking in the host's name. */
function notify(text: string, detail: string): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    const note = new Notification(text, { body: detail, tag: "visavis" });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    // Some browsers offer notifications to service workers only.
  }
}

/** Two soft notes; silent until the person has used the page, as browsers ask. */
function chime(): void {
  const active = (navigator as Partial<Navigator>).userActivation?.hasBeenActive;
  if (!active || typeof AudioContext === "undefined") return;
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(context.destination);
  [660, 880].forEach((frequency, index) => {
    const start = context.currentTime + index * 0.14;
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain);
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.05, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + 0.13);
    note.start(start);
    note.stop(start + 0.14);
    if (index === 1) note.onended = () => void context.close();
  });
}
