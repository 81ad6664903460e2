import type { Call } from "./panel-machine.ts";
import type { PanelWords } from "./texts.ts";

/** Loudness of the chime, 0 to 1. */
const QUIET = 0.04;
/** Pitches of the two notes, hertz, and how long each sounds, seconds. */
const NOTES = {
  accepted: [660, 880],
  declined: [520, 440],
  ended: [520, 440],
  closed: [520, 440],
  deadline: [660, 660],
  help: [660, 880],
} as const;
const NOTE_LENGTH = 0.18;

/**
 * Reaches an agent who looks elsewhere: title, a quiet chime, and a notification where the
 * browser already allows it. Does nothing while the page is seen.
 */
export class Attention {
  private readonly plainTitle: string;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly t: PanelWords,
  ) {
    this.plainTitle = window.document.title;
    window.document.addEventListener("visibilitychange", () => {
      if (!window.document.hidden) window.document.title = this.plainTitle;
    });
  }

  /** Calls the agent back, if they look elsewhere. */
  call(about: Call): void {
    const { document } = this.window;
    if (!document.hidden) return;
    const words = this.t(`call.${about}`);
    document.title = `● ${words}`;
    this.chime(NOTES[about]);
    this.notify(words);
  }

  private notify(words: string): void {
    if (!("Notification" in this.window) || Notification.permission !== "granted") return;
    try {
      const notification = new Notification(words, { tag: "visavis-panel" });
      notification.onclick = () => {
        this.window.focus();
        notification.close();
      };
    } catch {
      // Some browsers allow notifications from service workers only.
    }
  }

  private chime(notes: readonly number[]): void {
    // Without a gesture the browser would keep it silent, and say so in its console.
    if (!this.window.navigator.userActivation.hasBeenActive) return;
    const audio = new AudioContext();
    notes.forEach((frequency, index) => {
      const start = audio.currentTime + index * NOTE_LENGTH;
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.setTargetAtTime(QUIET, start, 0.02);
      volume.gain.setTargetAtTime(0, start + NOTE_LENGTH / 2, 0.05);
      const tone = new OscillatorNode(audio, { frequency });
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 2 * NOTE_LENGTH);
      if (index === notes.length - 1) tone.onended = () => void audio.close();
    });
  }
}
